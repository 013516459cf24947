import type { Hunk } from '../core/diff/hunk.ts';
import { splitLines } from '../core/diff/lines.ts';

/** A range of UTF-16 offsets into a text and what takes its place. */
export interface TextReplacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The smallest replacements that make hunks of a text real: one a hunk, from top to bottom, without what stays the same
 * at either end, so that cursors and markers in lines that hardly change stay where they are. Hunks that touch become
 * one, since the order of two edits in one place is nobody's promise.
 */
export function replacementsFor(text: string, hunks: readonly Hunk[]): readonly TextReplacement[] {
  const starts = lineStarts(text);
  const offsetOf = (line: number) => starts[line] ?? text.length;
  const joined: TextReplacement[] = [];
  const ordered = hunks.toSorted((one, other) => one.baseStart - other.baseStart || one.baseEnd - other.baseEnd);
  for (const { baseStart, baseEnd, newLines } of ordered) {
    const next = { start: offsetOf(baseStart), end: offsetOf(baseEnd), text: newLines.join('') };
    const last = joined.at(-1);
    if (last === undefined || last.end < next.start) joined.push(next);
    else joined[joined.length - 1] = { start: last.start, end: next.end, text: last.text + next.text };
  }
  return joined.map((each) => trimmed(text, each)).filter(({ start, end, text: added }) => start < end || added !== '');
}

/** The text with replacements carried out. */
export function replaced(text: string, replacements: readonly TextReplacement[]): string {
  return replacements.reduceRight(
    (rest, { start, end, text: added }) => rest.slice(0, start) + added + rest.slice(end),
    text,
  );
}

function lineStarts(text: string): readonly number[] {
  let at = 0;
  return splitLines(text).map((line) => {
    const start = at;
    at += line.length;
    return start;
  });
}

function trimmed(text: string, { start, end, text: added }: TextReplacement): TextReplacement {
  const removed = text.slice(start, end);
  const shorter = Math.min(removed.length, added.length);
  let head = 0;
  while (head < shorter && removed[head] === added[head]) head += 1;
  while (head > 0 && (splitsPair(removed, head) || splitsPair(added, head))) head -= 1;
  let tail = 0;
  while (tail < shorter - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1;
  while (tail > 0 && (splitsPair(removed, removed.length - tail) || splitsPair(added, added.length - tail))) {
    tail -= 1;
  }
  return { start: start + head, end: end - tail, text: added.slice(head, added.length - tail) };
}

/** Whether a cut would separate CR from LF, or the halves of one character. */
function splitsPair(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? ''];
  return (before === '\r' && after === '\n') || (/[\ud800-\udbff]/.test(before) && /[\udc00-\udfff]/.test(after));
}
