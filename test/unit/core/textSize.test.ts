import assert from 'node:assert/strict';
import { addSize, noText, textSize } from '../../../src/core/textSize.ts';

/** What really encodes it. */
function encoded(text: string): number {
  return new TextEncoder().encode(text).length;
}

describe('textSize', () => {
  it('counts the bytes that UTF-8 really takes', () => {
    const lone = ['\ud83d', '\ude00', '\ude00\ud83d', 'a\ud83d', '\ud83da', '\ud83d\ud83d\ude00'];
    for (const text of [
      '',
      'plain\n',
      'Größe',
      '漢字かな',
      'שלום',
      '😀 𝒳',
      '\u007f\u0080\u07ff\u0800\uffff',
      ...lone,
    ]) {
      assert.deepEqual(textSize(text), { characters: text.length, bytes: encoded(text) }, JSON.stringify(text));
    }
  });

  it('counts every unit and pair there is', () => {
    const everyUnit = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit)).join('');
    const planes = Array.from({ length: 0x10 }, (_, plane) => String.fromCodePoint((plane + 1) * 0x1_0000 + 5)).join(
      '',
    );
    assert.equal(textSize(everyUnit).bytes, encoded(everyUnit));
    assert.equal(textSize(planes).bytes, encoded(planes));
  });

  it('adds up several texts', () => {
    assert.deepEqual(textSize('ab', 'é', '😀'), { characters: 5, bytes: 8 });
    assert.deepEqual(textSize(), noText);
    assert.deepEqual(addSize(textSize('é'), textSize('a')), { characters: 2, bytes: 3 });
  });
});
