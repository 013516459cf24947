import assert from 'node:assert/strict';
import { shareEqual } from '../../../../src/webview/comparison/shareEqual.ts';

describe('shareEqual', () => {
  it('gives the earlier object back where nothing changed', () => {
    const before = { list: [{ a: 1 }, { b: [null, 'x'] }], text: 'same' };
    assert.equal(shareEqual(before, structuredClone(before)), before);
  });

  it('keeps what is the same within what changed', () => {
    const before = { one: { a: 1 }, list: [{ b: 2 }, { c: 3 }] };
    const after = shareEqual(before, { one: { a: 1 }, list: [{ b: 2 }, { c: 4 }, { d: 5 }] });
    assert.deepEqual(after, { one: { a: 1 }, list: [{ b: 2 }, { c: 4 }, { d: 5 }] });
    assert.equal(after.one, before.one);
    assert.equal(after.list[0], before.list[0]);
    assert.ok(Array.isArray(after.list));
  });

  it('takes nothing over that is not there any more, or of another kind', () => {
    assert.deepEqual(shareEqual({ a: 1, b: 2 }, { a: 1 }), { a: 1 });
    assert.deepEqual(shareEqual([1, 2], [1]), [1]);
    assert.deepEqual(shareEqual([], {}), {});
    assert.deepEqual(shareEqual({ a: undefined }, { b: undefined }), { b: undefined });
    assert.equal(shareEqual({ a: 1 }, null), null);
  });
});
