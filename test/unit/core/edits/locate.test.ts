import assert from 'node:assert/strict';
import { LineIndex } from '../../../../src/core/edits/lineIndex.ts';
import { locate } from '../../../../src/core/edits/locate.ts';

const lines = [
  'function a() {',
  '    return 1;  ',
  '}',
  'function b() {',
  '    return 2;',
  '}',
  '\tsay(“hello” – it’s me);',
];

describe('locate', () => {
  it('finds a block as it is', () => {
    const location = locate(new LineIndex(lines), ['function b() {', '    return 2;']);
    assert.deepEqual(location, { kind: 'found', place: { tier: 'exact', start: 3, shift: null } });
  });

  it('finds a block that differs in blanks at the ends of lines', () => {
    const location = locate(new LineIndex(lines), ['function a() {\t', '    return 1;']);
    assert.deepEqual(location, { kind: 'found', place: { tier: 'whitespace', start: 0, shift: null } });
  });

  it('finds a block that is indented differently, and tells how', () => {
    const location = locate(new LineIndex(lines), ['  function b() {', '      return 2;', '  }']);
    assert.deepEqual(location, {
      kind: 'found',
      place: { tier: 'indentation', start: 3, shift: { written: '  ', actual: '', unit: null } },
    });
  });

  it('finds a block with plain quotes and dashes for typographic ones', () => {
    const location = locate(new LineIndex(lines), ['\tsay("hello" - it\'s me);']);
    assert.equal(location.kind === 'found' && location.place.tier, 'punctuation');
  });

  it('prefers a better tier, wherever it is', () => {
    const location = locate(new LineIndex(['  x', 'x ', 'x']), ['x']);
    assert.deepEqual(location, { kind: 'found', place: { tier: 'exact', start: 2, shift: null } });
  });

  it('takes none of several places', () => {
    assert.deepEqual(locate(new LineIndex(lines), ['}']), { kind: 'ambiguous', starts: [2, 5] });
    assert.deepEqual(locate(new LineIndex(['  x', '   x']), ['x']), { kind: 'ambiguous', starts: [0, 1] });
  });

  it('finds nothing where letters or their case differ, or lines are indented each in its own way', () => {
    assert.deepEqual(locate(new LineIndex(lines), ['function B() {']), { kind: 'missing' });
    assert.deepEqual(locate(new LineIndex(['a', '    b', '  c']), ['a', '  b', '    c']), { kind: 'missing' });
    assert.deepEqual(locate(new LineIndex(lines), []), { kind: 'missing' });
    assert.deepEqual(locate(new LineIndex([]), ['a']), { kind: 'missing' });
  });
});
