import type { Cut } from './cut.ts';
import { closingOf, type ScriptFrame } from './scriptFrame.ts';

const opening: Readonly<Record<string, ScriptFrame['kind']>> = { '{': 'braces', '(': 'parentheses', '[': 'brackets' };
/** What is nothing but skipped: comments and strings, which may have no end yet. */
const skipped = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*/uy;
/** A longer one is read as signs: what has no end is looked through no further either. */
const expression = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,400}\/\w*/y;
const tagBegin = /<([A-Za-z][\w.:-]*)?(?=[\s/>])/y;
const tagEnd = /<\/\s*[\w.:-]*\s*>/y;
/** Parameters of types, which begin alike tags. */
const generic = /^<\w+(?:\s+extends\b|\s*,)/;
const templateText = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{|$)/y;
const content = /[^<{]*/y;
const string = /"[^"]*"|'[^']*'/y;
/** Words after which an expression begins, where a name would have ended one. */
const before = new Set(['return', 'case', 'default', 'yield', 'await', 'else', 'do', 'typeof', 'in', 'of', 'void']);

/**
 * The last places at which a half-written script may be cut, the earliest first: after a statement, and within JSX after a tag
 * or what is in braces. It is read roughly: whether what is left can be read is for a parser to say.
 *
 * @param hasMarkup whether JSX may be in it
 * @param most of them are given
 */
export function scriptCuts(text: string, hasMarkup: boolean, most: number): readonly Cut[] {
  const places = new ScriptReader(text, hasMarkup).places();
  return places.slice(-most).map(({ end, frame }) => ({ end, closing: closingOf(frame) }));
}

interface Place {
  readonly end: number;
  /** The innermost that is open there; null for nothing. */
  readonly frame: ScriptFrame | null;
}

class ScriptReader {
  readonly #text: string;
  readonly #hasMarkup: boolean;
  readonly #places: Place[] = [];
  /** The innermost that is open. */
  #frame: ScriptFrame | null = null;
  #at = 0;
  /** The last word or sign that was read, comments left out; '' at the beginning. */
  #last = '';

  constructor(text: string, hasMarkup: boolean) {
    this.#text = text;
    this.#hasMarkup = hasMarkup;
  }

  places(): readonly Place[] {
    while (this.#at < this.#text.length) {
      switch (this.#frame?.kind) {
        case 'element':
          this.#readContent();
          break;
        case 'tag':
          this.#readTag();
          break;
        default:
          this.#readCode();
      }
    }
    return this.#places;
  }

  /** Within JSX's tags: words up to the next tag or brace. */
  #readContent(): void {
    this.#take(content);
    if (this.#at >= this.#text.length) return;
    if (this.#text[this.#at] === '{') this.#open('braces');
    else if (this.#take(tagEnd) !== null) this.#close();
    else if (!this.#readTagBegin()) this.#at = this.#text.length;
  }

  #readTagBegin(): boolean {
    const begin = this.#take(tagBegin);
    if (begin === null) return false;
    this.#open('tag', begin[1] ?? '', 0);
    return true;
  }

  #readTag(): void {
    if (this.#take(string) !== null) return;
    const sign = this.#text[this.#at];
    if (this.#text.startsWith('/>', this.#at)) {
      this.#at += 2;
      this.#close();
    } else if (sign === '{') {
      this.#open('braces');
    } else if (sign === '"' || sign === "'") {
      // A string without an end: all that follows is in it.
      this.#at = this.#text.length;
    } else {
      this.#at += 1;
      if (sign === '>') this.#beginElement();
    }
  }

  #beginElement(): void {
    const { name = '', outer = null } = this.#frame ?? {};
    this.#frame = { kind: 'element', name, conditions: 0, outer };
    this.#mayCut();
  }

  #readCode(): void {
    if (this.#take(skipped) !== null || this.#readWord()) return;
    const sign = this.#text[this.#at] ?? '';
    const kind = opening[sign];
    if (sign === '`') this.#readText();
    else if (kind !== undefined) this.#open(kind);
    else if (sign === '}' && this.#frame?.kind === 'text') this.#readRestOfText();
    else if (/[})\]]/.test(sign)) this.#close();
    else if (!this.#readExpression(sign)) this.#readSign(sign);
  }

  #readWord(): boolean {
    const read = this.#take(word);
    if (read !== null) this.#last = read[0];
    return read !== null;
  }

  /** A regular expression or the beginning of a tag, where either may begin. */
  #readExpression(sign: string): boolean {
    if (!this.#beginsExpression()) return false;
    if (sign === '<') return this.#hasMarkup && !generic.test(this.#text.slice(this.#at)) && this.#readTagBegin();
    if (sign !== '/' || this.#take(expression) === null) return false;
    this.#last = 'expression';
    return true;
  }

  #readRestOfText(): void {
    this.#frame = this.#frame?.outer ?? null;
    this.#readText();
  }

  #readSign(sign: string): void {
    this.#at += 1;
    if (sign === '?' || sign === ':') this.#countCondition(sign);
    if (sign === ';' || sign === '\n') this.#mayCut();
    if (/\S/.test(sign)) this.#last = sign === '>' && this.#last === '=' ? '=>' : sign;
  }

  /** What is asked with `?` wants a `:`; what is optional does not. */
  #countCondition(sign: string): void {
    const frame = this.#frame;
    if (frame === null) return;
    const rest = this.#text.slice(this.#at, this.#at + 2);
    const isOptional = /^(?:[?:),;\]]|\.\D|\.$)/.test(rest) || this.#text[this.#at - 2] === '?';
    const change = sign === ':' ? -1 : isOptional ? 0 : 1;
    this.#frame = { ...frame, conditions: Math.max(0, frame.conditions + change) };
  }

  /** A template string up to the code in it, or to its end, from the sign before it on. */
  #readText(): void {
    this.#at += 1;
    const found = this.#take(templateText);
    if (found === null) this.#at = this.#text.length;
    this.#last = 'text';
    if (found?.[1] === '${') this.#open('text', '', 0);
  }

  #open(kind: ScriptFrame['kind'], name = '', width = 1): void {
    this.#at += width;
    this.#frame = { kind, name, conditions: 0, outer: this.#frame };
    this.#last = kind === 'brackets' ? '[' : '{';
  }

  /** The innermost that is open ends here; a tag or an end tag has been read by now. */
  #close(): void {
    const ended = this.#frame?.kind;
    if (ended !== 'element' && ended !== 'tag') this.#at += 1;
    this.#frame = this.#frame?.outer ?? null;
    this.#last = ended === 'braces' ? '}' : ')';
    if (ended !== 'parentheses' && ended !== 'brackets') this.#mayCut();
  }

  #mayCut(): void {
    const kind = this.#frame?.kind;
    const isStatement = kind === undefined || kind === 'braces';
    if (isStatement || kind === 'element' || this.#last === ')') {
      this.#places.push({ end: this.#at, frame: this.#frame });
    }
  }

  /** Whether what comes next cannot go on with what was there: JSX and regular expressions begin alike operators. */
  #beginsExpression(): boolean {
    if (before.has(this.#last)) return true;
    return this.#last === '' || this.#last === '=>' || /^[=({[,;:?&|!}+\-*%^~]$/.test(this.#last);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }
}
