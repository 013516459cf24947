/** How much text something is. */
export interface TextSize {
  /** UTF-16 units, as `String.length` counts. */
  readonly characters: number;
  /** Bytes of UTF-8. */
  readonly bytes: number;
}

/** No text. */
export const noText: TextSize = { characters: 0, bytes: 0 };

/** The size of all the texts together. Half a character counts as the replacement character that it is sent as. */
export function textSize(...texts: readonly string[]): TextSize {
  return texts.reduce((size, text) => addSize(size, { characters: text.length, bytes: bytesOf(text) }), noText);
}

/** The sum of two sizes. */
export function addSize(one: TextSize, other: TextSize): TextSize {
  return { characters: one.characters + other.characters, bytes: one.bytes + other.bytes };
}

/** A loop of its own: what encodes text belongs to no language, and would make a copy of it only to be measured. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isPair(unit, text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

/** @param next NaN at the end of a text */
function isPair(unit: number, next: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}
