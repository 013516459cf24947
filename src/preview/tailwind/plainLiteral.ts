/** A value that JavaScript's literals can say. */
type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainObject;

/** An object of plain values. */
interface PlainObject {
  readonly [name: string]: PlainValue;
}

/** What of a literal could be read without running anything. */
export interface PlainLiteral {
  readonly value: PlainObject;
  /** Whether it also says what only running it would tell: calls, names, functions. */
  readonly hasMore: boolean;
}

/**
 * Reads the object literal that begins at a place of a JavaScript text. Nothing is run: what is not plain is left out
 * together with its key. Null where no object begins there, or it has no end.
 */
export function plainLiteral(text: string, start: number): PlainLiteral | null {
  const reader = new LiteralReader(text, start);
  const value = reader.object();
  return value === null ? null : { value, hasMore: reader.hasMore };
}

const blank = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y;
const number = /[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const name = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const string = /'((?:[^'\\\n]|\\[\s\S])*)'|"((?:[^"\\\n]|\\[\s\S])*)"|`((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)`/y;
const opened: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
/** Deeper than any configuration, and far from the end of the stack. */
const deepest = 50;

class LiteralReader {
  readonly #text: string;
  #at: number;
  #depth = 0;
  hasMore = false;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  object(): PlainObject | null {
    const entries: [string, PlainValue][] = [];
    const isWhole = this.#list('{', '}', () => {
      const key = this.#key();
      this.#skip(blank);
      if (key === null || this.#text[this.#at] !== ':') return;
      this.#at += 1;
      const value = this.#value();
      if (value === undefined || !this.#isAtEnd()) return;
      if (key !== '__proto__') entries.push([key, value]);
      return true;
    });
    return isWhole ? Object.fromEntries(entries) : null;
  }

  #array(): readonly PlainValue[] | null {
    const values: PlainValue[] = [];
    const isWhole = this.#list('[', ']', () => {
      const value = this.#value();
      if (value === undefined || !this.#isAtEnd()) return;
      values.push(value);
      return true;
    });
    return isWhole ? values : null;
  }

  /** @param item reads one; gives true where it is plain */
  #list(open: string, close: string, item: () => true | undefined): boolean {
    this.#skip(blank);
    if (this.#text[this.#at] !== open || this.#depth >= deepest) return false;
    this.#at += 1;
    this.#depth += 1;
    for (;;) {
      this.#skip(blank);
      const next = this.#text[this.#at];
      if (next === close) break;
      if (next === undefined || /[}\])]/.test(next)) return false;
      if (next === ',') {
        this.#at += 1;
        continue;
      }
      const start = this.#at;
      if (item() === true) continue;
      this.hasMore = true;
      this.#at = start;
      if (!this.#passBy()) return false;
    }
    this.#at += 1;
    this.#depth -= 1;
    return true;
  }

  #key(): string | null {
    return this.#string() ?? this.#match(name)?.[0] ?? this.#match(number)?.[0] ?? null;
  }

  #value(): PlainValue | undefined {
    this.#skip(blank);
    const next = this.#text[this.#at];
    if (next === '{') return this.object() ?? undefined;
    if (next === '[') return this.#array() ?? undefined;
    const text = this.#string();
    if (text !== null) return text;
    const digits = this.#match(number)?.[0];
    if (digits !== undefined) return Number(digits.replaceAll('_', ''));
    const word = this.#match(name)?.[0];
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : undefined;
  }

  #string(): string | null {
    const match = this.#match(string);
    if (match === null) return null;
    const [, single, double, template] = match;
    return (single ?? double ?? template ?? '').replace(
      /\\(u[\da-f]{4}|x[\da-f]{2}|[\s\S])/gi,
      (_all, code: string) => {
        if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
        return { n: '\n', t: '\t', r: '\r', '\n': '' }[code] ?? code;
      },
    );
  }

  /** Whether what was read is all there is up to the next comma or bracket. */
  #isAtEnd(): boolean {
    this.#skip(blank);
    return /[,}\]]/.test(this.#text[this.#at] ?? '');
  }

  /** Goes on behind a value that is not plain. */
  #passBy(): boolean {
    const closing: string[] = [];
    while (this.#at < this.#text.length) {
      this.#skip(blank);
      if (this.#match(string) !== null) continue;
      const next = this.#text[this.#at];
      if (next === undefined) return false;
      if (closing.length === 0 && /[,}\]]/.test(next)) return true;
      const close = opened[next];
      if (close !== undefined) closing.push(close);
      else if (next === closing.at(-1)) closing.pop();
      this.#at += 1;
    }
    return false;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at = pattern.lastIndex;
    return match;
  }

  #skip(pattern: RegExp): void {
    this.#match(pattern);
  }
}
