import assert from 'node:assert/strict';
import fastCheck from 'fast-check';
import { type LineToken, linePieces } from '../../../../../src/webview/comparison/code/linePieces.ts';

function token(length: number, colour: string): LineToken {
  return { length, colour, bold: false, italic: false, underline: false };
}

describe('linePieces', () => {
  it('is one piece for a plain line and none for an empty one', () => {
    assert.deepEqual(linePieces({ text: 'let a', marks: [] }, null), [
      { text: 'let a', token: null, marked: false, hidden: false },
    ]);
    assert.deepEqual(linePieces({ text: '', marks: [] }, null), []);
  });

  it('cuts where colours and marks begin and end', () => {
    const pieces = linePieces({ text: 'let abc;', marks: [{ start: 5, end: 7 }] }, [token(3, 'red'), token(5, 'blue')]);
    assert.deepEqual(
      pieces.map(({ text, token: own, marked }) => [text, own?.colour, marked]),
      [
        ['let', 'red', false],
        [' a', 'blue', false],
        ['bc', 'blue', true],
        [';', 'blue', false],
      ],
    );
  });

  it('names hidden characters', () => {
    const pieces = linePieces({ text: 'a\u202Eb', marks: [] }, null);
    assert.deepEqual(
      pieces.map(({ text, hidden }) => [text, hidden]),
      [
        ['a', false],
        ['[U+202E]', true],
        ['b', false],
      ],
    );
  });

  it('survives tokens that are shorter or longer than the line, and loses no text', () => {
    const marks = fastCheck.array(fastCheck.record({ start: fastCheck.nat(20), end: fastCheck.nat(20) }));
    const lengths = fastCheck.array(fastCheck.nat(8));
    fastCheck.assert(
      fastCheck.property(fastCheck.string(), lengths, marks, (text, tokens, marked) => {
        const visible = text.replace(/[^\x20-\x7e]/g, 'x');
        const pieces = linePieces(
          { text: visible, marks: marked },
          tokens.map((length) => token(length, 'red')),
        );
        assert.equal(pieces.map((piece) => piece.text).join(''), visible);
      }),
    );
  });
});
