import assert from 'node:assert/strict';
import fc from 'fast-check';
import { middleOf } from '../../../../src/host/review/lineMiddle.ts';

describe('middleOf', () => {
  it('finds the one word or operator that differs', () => {
    assert.deepEqual(middleOf('for (i = 0; i <= n; i++)', 'for (i = 0; i < n; i++)'), {
      start: 14,
      end: 16,
      added: '<',
    });
    assert.deepEqual(middleOf('return total;', 'return totals;'), { start: 7, end: 12, added: 'totals' });
  });

  it('finds what only comes and what only goes', () => {
    assert.deepEqual(middleOf('f(a);', 'f(a, b);'), { start: 3, end: 3, added: ', b' });
    assert.deepEqual(middleOf('f(a, b);', 'f(a);'), { start: 3, end: 6, added: '' });
  });

  it('leaves lines alone that have too little in common', () => {
    assert.equal(middleOf('  return sum;', '  throw new Error("no");'), null);
    assert.equal(middleOf('let a = 1;', `let a = ${'1'.repeat(60)};`), null);
  });

  it('never says anything but the new line', () => {
    const line = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(line, line, line, line, (head, removed, added, tail) => {
        const [oldLine, newLine] = [head + removed + tail, head + added + tail];
        const middle = middleOf(oldLine, newLine);
        if (middle === null) return;
        assert.equal(oldLine.slice(0, middle.start) + middle.added + oldLine.slice(middle.end), newLine);
      }),
    );
  });
});
