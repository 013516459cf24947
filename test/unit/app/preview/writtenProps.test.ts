import assert from 'node:assert/strict';
import { WrittenProps } from '../../../../src/app/preview/writtenProps.ts';

describe('the props that were written', () => {
  it('are kept as they stand for each side and file, and used as they last could be', () => {
    const written = new WrittenProps();
    const now = (path: string) => [written.asWritten('left', path), written.usable('left', path)];
    assert.deepEqual(now('a.tsx'), [null, null]);
    written.write('left', 'a.tsx', '{ "a": ');
    assert.deepEqual(now('a.tsx'), ['{ "a": ', null]);
    written.write('left', 'a.tsx', '{ "a": 1 }');
    assert.deepEqual(now('a.tsx'), ['{ "a": 1 }', '{ "a": 1 }']);
    written.write('left', 'a.tsx', '{ "a": 1 ');
    assert.deepEqual(now('a.tsx'), ['{ "a": 1 ', '{ "a": 1 }']);
    written.write('right', 'a.tsx', '{}');
    written.write('left', 'b.tsx', '{ "b": 1 }');
    assert.deepEqual(now('a.tsx'), ['{ "a": 1 ', '{ "a": 1 }']);
    written.write('left', 'a.tsx', null);
    assert.deepEqual(now('a.tsx'), [null, null]);
    assert.equal(written.usable('left', 'b.tsx'), '{ "b": 1 }');
    assert.equal(written.usable('right', 'a.tsx'), '{}');
  });
});
