/** A piece of a text value, decoded. */
export interface TextPiece {
  /** The name that the value stands under, at whatever depth; '' for a text that stands under none. */
  readonly name: string;
  readonly text: string;
  /** True with the last piece of a value. */
  readonly isComplete: boolean;
}

/** `expects` tells a name from a value within an object. */
interface Level {
  readonly kind: 'object' | 'array';
  expects: 'name' | 'value';
  name: string;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/**
 * Decodes the text values of a JSON document while it is being written, whatever pieces it comes in: an escape may be
 * split anywhere, and the two halves of a surrogate pair may come one after the other. Forgiving, since nothing here is
 * final: the complete document is parsed anew.
 */
export class GrowingJson {
  private readonly levels: Level[] = [];
  private role: 'none' | 'name' | 'value' = 'none';
  /** What has come of an escape: `\`, or `\u` with up to three digits. */
  private escape = '';
  private name = '';
  private text = '';

  /** Takes a delta; gives what it holds of text values, in their order. */
  take(delta: string): readonly TextPiece[] {
    const pieces: TextPiece[] = [];
    for (const character of delta.split('')) {
      if (this.role === 'none') this.structure(character);
      else if (this.escape !== '') this.continueEscape(character);
      else if (character === '\\') this.escape = character;
      else if (character === '"') pieces.push(...this.endText());
      else this.text += character;
    }
    if (this.role === 'value' && this.text !== '') pieces.push(this.piece(false));
    return pieces;
  }

  private structure(character: string): void {
    const level = this.levels.at(-1);
    if (character === '{') this.levels.push({ kind: 'object', expects: 'name', name: '' });
    else if (character === '[') this.levels.push({ kind: 'array', expects: 'value', name: level?.name ?? '' });
    else if (character === '}' || character === ']') this.levels.pop();
    else if (character === ':' && level !== undefined) level.expects = 'value';
    else if (character === ',' && level?.kind === 'object') level.expects = 'name';
    else if (character === '"') {
      this.role = level?.expects === 'name' ? 'name' : 'value';
      this.name = level?.name ?? '';
    }
  }

  private continueEscape(character: string): void {
    this.escape += character;
    if (this.escape[1] !== 'u') {
      this.text += escapes[character] ?? character;
      this.escape = '';
    } else if (this.escape.length === 6) {
      const code = Number.parseInt(this.escape.slice(2), 16);
      this.text += Number.isNaN(code) ? '' : String.fromCharCode(code);
      this.escape = '';
    }
  }

  private endText(): readonly TextPiece[] {
    const level = this.levels.at(-1);
    const isValue = this.role === 'value';
    if (!isValue && level !== undefined) level.name = this.text;
    const piece = this.piece(true);
    this.role = 'none';
    return isValue ? [piece] : [];
  }

  private piece(isComplete: boolean): TextPiece {
    const { name, text } = this;
    this.text = '';
    return { name, text, isComplete };
  }
}
