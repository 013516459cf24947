import assert from 'node:assert/strict';
import { hasHiddenCharacters } from '../../../../../src/core/diff/hiddenCharacters.ts';
import {
  showHiddenCharacters,
  showHiddenInLines,
  splitHiddenCharacters,
} from '../../../../../src/webview/comparison/code/visibleText.ts';

describe('hidden characters', () => {
  it('are controls, bidirectional, zero-width, tag, selector and filler characters', () => {
    const hidden =
      '\u0000\u0007\r\u001B\u007F\u0085\u00AD\u061C\u200B\u200D\u200F\u2028\u202E\u2066\u2069\u3164\uFE0F\uFEFF\uFFF9\u{E0041}\u{E0100}';
    for (const character of hidden) assert.ok(hasHiddenCharacters(character), showHiddenCharacters(character));
  });

  it('are not tabs, letters of any script, or pictures', () => {
    assert.equal(hasHiddenCharacters('\tlet größe = "日本語 العربية 🎉";'), false);
  });

  it('are written out with their code point', () => {
    assert.equal(showHiddenCharacters('if (\u202Eadmin\u{E0041})'), 'if ([U+202E]admin[U+E0041])');
  });

  it('leave line ends alone in a text of several lines, but not a bare carriage return', () => {
    assert.equal(showHiddenInLines('a\r\nb\n\rc'), 'a\nb\n[U+000D]c');
  });

  it('stand alone, and nothing is lost', () => {
    const text = 'a\u200B\u200Bb';
    const parts = splitHiddenCharacters(text);
    assert.equal(parts.map((part) => part.text).join(''), text);
    assert.deepEqual(
      parts.map(({ hidden }) => hidden),
      [false, true, true, false],
    );
  });
});
