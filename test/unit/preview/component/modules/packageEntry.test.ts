import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../../src/core/jsonValue.ts';
import { type BuildWish, packageEntries } from '../../../../../src/preview/component/modules/packageEntry.ts';

const entriesOf = (manifest: JsonObject, subpath: string, wish: Partial<BuildWish> = {}) =>
  packageEntries(manifest, subpath, { modules: false, target: 'static', ...wish });

describe('what a package means with its names', () => {
  it('is its main file, else its modules, else what is usual', () => {
    assert.deepEqual(entriesOf({ main: './dist/a.js', module: 'dist/a.mjs' }, '.'), [
      'dist/a.js',
      'dist/a.mjs',
      'index.js',
    ]);
    assert.deepEqual(entriesOf({}, '.'), ['index.js']);
    assert.deepEqual(entriesOf({ main: 'a.js' }, './lib/b'), ['lib/b']);
  });

  it('is what its exports say, and nothing else', () => {
    const exports = {
      '.': { types: './a.d.ts', import: './a.mjs', require: './a.cjs' },
      './style': './style.css',
      './icons/*': './icons/*.js',
      './icons/private/*': null,
      './list': [{ node: './no.js' }, './list.js'],
    };
    const entries = (subpath: string) => entriesOf({ exports, main: 'no.js' }, subpath);
    assert.deepEqual(entries('.'), ['a.cjs']);
    assert.deepEqual(entries('./style'), ['style.css']);
    assert.deepEqual(entries('./icons/home'), ['icons/home.js']);
    assert.deepEqual(entries('./icons/private/home'), []);
    assert.deepEqual(entries('./list'), ['list.js']);
    assert.deepEqual(entries('./other'), []);
    assert.deepEqual(entriesOf({ exports: './only.js' }, '.'), ['only.js']);
    assert.deepEqual(entriesOf({ exports: { import: { node: './n.js', default: './d.js' } } }, '.'), ['d.js']);
    assert.deepEqual(entriesOf({ exports: './only.js' }, './sub'), []);
  });

  it('is its modules where those are asked for, and what runs without a browser where there is none', () => {
    const exports = {
      'edge-light': { import: './edge.mjs' },
      browser: './browser.js',
      require: './a.cjs',
      import: './a.mjs',
    };
    const first = (wish: Partial<BuildWish>) => entriesOf({ exports }, '.', wish)[0];
    assert.equal(first({}), 'edge.mjs');
    assert.equal(first({ target: 'live' }), 'a.cjs');
    assert.equal(first({ target: 'live', modules: true }), 'a.mjs');
    assert.equal(entriesOf({ main: 'a.cjs', module: 'a.mjs' }, '.', { modules: true })[0], 'a.mjs');
  });
});
