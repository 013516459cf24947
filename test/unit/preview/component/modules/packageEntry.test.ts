import assert from 'node:assert/strict';
import { packageEntries } from '../../../../../src/preview/component/modules/packageEntry.ts';

describe('what a package means with its names', () => {
  it('is its main file, else its modules, else what is usual', () => {
    assert.deepEqual(packageEntries({ main: './dist/a.js', module: 'dist/a.mjs' }, '.'), [
      'dist/a.js',
      'dist/a.mjs',
      'index.js',
    ]);
    assert.deepEqual(packageEntries({}, '.'), ['index.js']);
    assert.deepEqual(packageEntries({ main: 'a.js' }, './lib/b'), ['lib/b']);
  });

  it('is what its exports say, and nothing else', () => {
    const exports = {
      '.': { types: './a.d.ts', import: './a.mjs', require: './a.cjs' },
      './style': './style.css',
      './icons/*': './icons/*.js',
      './icons/private/*': null,
      './list': [{ node: './no.js' }, './list.js'],
    };
    const entries = (subpath: string) => packageEntries({ exports, main: 'no.js' }, subpath);
    assert.deepEqual(entries('.'), ['a.cjs']);
    assert.deepEqual(entries('./style'), ['style.css']);
    assert.deepEqual(entries('./icons/home'), ['icons/home.js']);
    assert.deepEqual(entries('./icons/private/home'), []);
    assert.deepEqual(entries('./list'), ['list.js']);
    assert.deepEqual(entries('./other'), []);
    assert.deepEqual(packageEntries({ exports: './only.js' }, '.'), ['only.js']);
    assert.deepEqual(packageEntries({ exports: { import: { node: './n.js', default: './d.js' } } }, '.'), ['d.js']);
    assert.deepEqual(packageEntries({ exports: './only.js' }, './sub'), []);
  });
});
