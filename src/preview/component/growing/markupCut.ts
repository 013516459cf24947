import type { Cut } from './cut.ts';

/** In which way a framework has code within its markup. */
export interface MarkupSyntax {
  /** Where code in braces ends, from its opening brace on; null where it has no end yet. */
  readonly endOfCode: (text: string, at: number) => number | null;
  /** What opens a stretch of code between tags. */
  readonly codeBegin: string;
  /** Whether an attribute's value may be code in braces without quotes. */
  readonly hasBareCode: boolean;
  /** What is open after a stretch of code between tags; the same where it opens and ends nothing. */
  readonly after: (code: string, open: readonly string[]) => readonly string[];
}

const comment = /<!--[\s\S]*?-->/y;
const endTag = /<\/\s*([\w.:-]+)\s*>/y;
const tagName = /<([A-Za-z][\w.:-]*)/y;
const raw = /^(?:script|style|textarea)$/i;
const voidNames = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Signs that only mean something together with what follows. */
const halfSign = /(?:<[/!]?-?|&#?\w{0,30}|\{)$/;

/**
 * Where half-written markup can be cut, and what closes it there: before a tag, comment or stretch of code that has no end
 * yet. A script or style sheet without an end is left out as a whole.
 */
export function markupCut(text: string, syntax: MarkupSyntax): Cut {
  let open: readonly string[] = [];
  let at = 0;
  while (at < text.length) {
    const next = nextPiece(text, at, syntax);
    if (next === text.length) {
      const half = halfSign.exec(text)?.[0] ?? '';
      return { end: text.length - half.length, closing: open.toReversed().join('') };
    }
    const piece = readPiece(text, next, syntax, open);
    if (piece === null) return { end: next, closing: open.toReversed().join('') };
    ({ at, open } = piece);
  }
  return { end: at, closing: open.toReversed().join('') };
}

function nextPiece(text: string, from: number, { codeBegin }: MarkupSyntax): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '<' && /^<(?:[A-Za-z/]|!--)/.test(text.slice(at, at + 4))) return at;
    if (text.startsWith(codeBegin, at)) return at;
  }
  return text.length;
}

interface Piece {
  readonly at: number;
  /** What closes each that is open, the outermost first. */
  readonly open: readonly string[];
}

function readPiece(text: string, at: number, syntax: MarkupSyntax, open: readonly string[]): Piece | null {
  if (text.startsWith(syntax.codeBegin, at)) {
    const end = syntax.endOfCode(text, at);
    return end === null ? null : { at: end, open: syntax.after(text.slice(at, end), open) };
  }
  if (text.startsWith('<!--', at)) {
    const end = endOf(comment, text, at);
    return end === null ? null : { at: end, open };
  }
  if (text.startsWith('</', at)) {
    const end = endOf(endTag, text, at);
    return end === null ? null : { at: end, open: withoutLast(open, text.slice(at, end).replace(/\s/g, '')) };
  }
  return readTag(text, at, syntax, open);
}

function readTag(text: string, at: number, syntax: MarkupSyntax, open: readonly string[]): Piece | null {
  tagName.lastIndex = at;
  const name = tagName.exec(text)?.[1] ?? '';
  const end = endOfTag(text, at + 1 + name.length, syntax);
  if (end === null) return null;
  if (text[end - 2] === '/' || voidNames.has(name.toLowerCase())) return { at: end, open };
  if (!raw.test(name)) return { at: end, open: [...open, `</${name}>`] };
  const close = text.slice(end).search(new RegExp(`</${name}\\s*>`, 'i'));
  return close < 0 ? null : { at: text.indexOf('>', end + close) + 1, open };
}

/** Past a tag's `>`, which may stand in the values of its attributes, too. */
function endOfTag(text: string, from: number, { hasBareCode, endOfCode }: MarkupSyntax): number | null {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '>') return at + 1;
    if (hasBareCode && sign === '{') {
      const end = endOfCode(text, at);
      if (end === null) return null;
      at = end - 1;
    } else if (sign === '"' || sign === "'") {
      const end = endOfQuoted(text, at, hasBareCode ? endOfCode : null);
      if (end === null) return null;
      at = end - 1;
    }
  }
  return null;
}

function endOfQuoted(text: string, from: number, endOfCode: MarkupSyntax['endOfCode'] | null): number | null {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === text[from]) return at + 1;
    if (endOfCode === null || text[at] !== '{') continue;
    const end = endOfCode(text, at);
    if (end === null) return null;
    at = end - 1;
  }
  return null;
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** What is open once the innermost of that name is closed; the same where there is none. */
function withoutLast(open: readonly string[], end: string): readonly string[] {
  const place = open.lastIndexOf(end);
  return place < 0 ? open : open.slice(0, place);
}
