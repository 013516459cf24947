import assert from 'node:assert/strict';
import type { ContextPiece } from '../../../../src/core/context.ts';
import { cutLines, fitPieces } from '../../../../src/host/contextGathering/pieceBudget.ts';

function piece(id: string, length: number): ContextPiece {
  return { id, kind: 'definition', title: id, path: 'a', languageId: 'b', line: 1, text: 'x'.repeat(length) };
}

describe('fitPieces', () => {
  it('keeps the order, lets a smaller piece go where a larger one does not fit, and counts what stays away', () => {
    const { pieces, leftAway } = fitPieces([piece('a', 4), piece('b', 9), piece('c', 6)], 10);
    assert.deepEqual(
      pieces.map(({ id }) => id),
      ['a', 'c'],
    );
    assert.equal(leftAway, 1);
  });
});

describe('cutLines', () => {
  it('leaves a short text as it is', () => {
    assert.equal(cutLines(['one', 'two'], 10, 100), 'one\ntwo');
  });

  it('says how many lines it cut off, by number or by length', () => {
    assert.equal(cutLines(['one', 'two', 'three'], 1, 100), 'one\n… (2 more lines)');
    assert.equal(cutLines(['one', 'two', 'three'], 10, 8), 'one\ntwo\n… (1 more line)');
  });
});
