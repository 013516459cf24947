import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileText, joinedText, plainText } from '../../../../src/core/edits/plainText.ts';
import { anyText } from '../diff/arbitraryTexts.ts';

describe('plainText', () => {
  it('has no terminators and no byte order mark', () => {
    assert.deepEqual(plainText('\uFEFFa\r\nb\rc'), { lines: ['a', 'b', 'c'], endsWithNewline: false });
    assert.deepEqual(plainText(''), { lines: [], endsWithNewline: true });
    assert.deepEqual(plainText('\n'), { lines: [''], endsWithNewline: true });
    assert.equal(joinedText(plainText('\uFEFFa\r\nb\r\n')), 'a\nb\n');
  });

  it('goes back into its file byte for byte when nothing was changed', () => {
    fc.assert(
      fc.property(anyText, (text) => assert.equal(fileText(plainText(text), text), text)),
      { numRuns: 10_000 },
    );
  });

  it('takes the ending of the file, and in a mixed file leaves that of other lines', () => {
    const edited = { lines: ['a', 'new', 'b', 'c'], endsWithNewline: true };
    assert.equal(fileText(edited, '\uFEFFa\r\nb\r\nc\r\n'), '\uFEFFa\r\nnew\r\nb\r\nc\r\n');
    assert.equal(fileText(edited, 'a\r\nb\nc\n'), 'a\r\nnew\nb\nc\n');
    assert.equal(fileText({ ...edited, lines: ['A', 'b', 'c'] }, 'a\r\nb\nc\n'), 'A\r\nb\nc\n');
    assert.equal(fileText({ ...edited, endsWithNewline: false }, 'a\r\nb\nc\n'), 'a\r\nnew\nb\nc');
    assert.equal(fileText({ lines: ['a', 'b', 'c', 'd'], endsWithNewline: false }, 'a\r\nb\nc'), 'a\r\nb\nc\r\nd');
  });
});
