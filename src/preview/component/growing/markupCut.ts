import type { Cut } from './cut.ts';
import { OpenEnds } from './openEnds.ts';

/** In which way a framework has code within its markup. */
export interface MarkupSyntax {
  /** Where code in braces ends, from its opening brace on; null where it has no end yet. */
  readonly endOfCode: (text: string, at: number) => number | null;
  /** What opens a stretch of code between tags. */
  readonly codeBegin: string;
  /** Whether an attribute's value may be code in braces without quotes. */
  readonly hasBareCode: boolean;
  /** Has what is open be so after a stretch of code between tags. */
  readonly follow: (code: string, open: OpenEnds) => void;
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
  const open = new OpenEnds();
  let at = 0;
  while (at < text.length) {
    const next = nextPiece(text, at, syntax);
    if (next === text.length) {
      const half = halfSign.exec(text)?.[0] ?? '';
      return { end: text.length - half.length, closing: open.closing() };
    }
    const end = readPiece(text, next, syntax, open);
    if (end === null) return { end: next, closing: open.closing() };
    at = end;
  }
  return { end: at, closing: open.closing() };
}

function nextPiece(text: string, from: number, { codeBegin }: MarkupSyntax): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '<' && /^<(?:[A-Za-z/]|!--)/.test(text.slice(at, at + 4))) return at;
    if (text.startsWith(codeBegin, at)) return at;
  }
  return text.length;
}

/** Where a piece ends; null where it has no end yet. */
function readPiece(text: string, at: number, syntax: MarkupSyntax, open: OpenEnds): number | null {
  if (text.startsWith(syntax.codeBegin, at)) {
    const end = syntax.endOfCode(text, at);
    if (end !== null) syntax.follow(text.slice(at, end), open);
    return end;
  }
  if (text.startsWith('<!--', at)) return endOf(comment, text, at);
  if (text.startsWith('</', at)) {
    const end = endOf(endTag, text, at);
    if (end !== null) open.close(text.slice(at, end).replace(/\s/g, ''));
    return end;
  }
  return readTag(text, at, syntax, open);
}

function readTag(text: string, at: number, syntax: MarkupSyntax, open: OpenEnds): number | null {
  tagName.lastIndex = at;
  const name = tagName.exec(text)?.[1] ?? '';
  const end = endOfTag(text, at + 1 + name.length, syntax);
  if (end === null) return null;
  if (text[end - 2] === '/' || voidNames.has(name.toLowerCase())) return end;
  if (!raw.test(name)) {
    open.open(`</${name}>`);
    return end;
  }
  const close = text.slice(end).search(new RegExp(`</${name}\\s*>`, 'i'));
  return close < 0 ? null : text.indexOf('>', end + close) + 1;
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
