import assert from 'node:assert/strict';
import { revived } from '../../../../../src/preview/component/runtime/revive.ts';

describe('props as a component takes them', () => {
  it('have in them what JSON cannot hold', () => {
    const props = { at: '2026-01-31', rows: [{ day: '2026-02-01' }], tags: ['a'], counts: { a: 1 }, text: 'Hi' };
    const made = revived(
      props,
      [
        { path: 'at', as: 'date' },
        { path: 'rows.0.day', as: 'date' },
        { path: 'tags', as: 'set' },
        { path: 'counts', as: 'map' },
        { path: 'text', as: 'snippet' },
        { path: 'onSave', as: 'function' },
        { path: 'none.onSave', as: 'function' },
        { path: '__proto__.spoilt', as: 'function' },
        { path: 'rows.__proto__', as: 'function' },
      ],
      (text) => `<${text}>`,
    );
    assert.ok(made.at instanceof Date && made.at.getUTCFullYear() === 2026);
    assert.ok((made.rows as readonly { readonly day: unknown }[])[0]?.day instanceof Date);
    assert.deepEqual([made.tags, made.counts, made.text], [new Set(['a']), new Map([['a', 1]]), '<Hi>']);
    assert.equal(typeof made.onSave === 'function' && made.onSave(), undefined);
    assert.equal(Object.hasOwn(made, 'none'), false);
    assert.equal(Reflect.get({}, 'spoilt'), undefined);
    assert.equal(props.rows[0]?.day, '2026-02-01', 'the given props stay as they are');
  });
});
