import type { Hunk } from './hunk.ts';
import { isTerminated, type LineEnding, terminated, withoutTerminator } from './lines.ts';
import type { RebaseTexts } from './rebaseTexts.ts';

/** A hunk as it was and as it would be applied. */
export interface PlacedHunk {
  readonly hunk: Hunk;
  readonly placed: Hunk;
}

/**
 * Mends the ends of lines at the end of the text, which may have gained or lost its last lines or its final newline
 * since: no line sticks to the next one, and only a hunk that was about the final newline changes it.
 *
 * @param hunks from top to bottom, all to be applied together
 */
export function endingsSettled(texts: RebaseTexts, hunks: readonly PlacedHunk[]): readonly PlacedHunk[] {
  const lineCount = texts.currentLines.length;
  return hunks.map(({ hunk, placed }, index) => {
    const isLast =
      placed.baseEnd === lineCount && !hunks.slice(index + 1).some((after) => after.placed.newLines.length > 0);
    const ended = withLastLineEnded(texts, placed, !isLast || wantsFinalNewline(texts, hunk));
    const sticks = placed.baseStart === lineCount && !isTerminated(texts.currentText) && texts.currentText !== '';
    const lastLineIsTaken = hunks[index - 1]?.placed.baseEnd === lineCount;
    return { hunk, placed: sticks && !lastLineIsTaken ? withLineAbove(texts, ended) : ended };
  });
}

/** The final newline merged like a line: a hunk that changes it decides, else the current text. */
function wantsFinalNewline(texts: RebaseTexts, hunk: Hunk): boolean {
  const before = hasFinalNewline(texts.baseText);
  const lastLine = hunk.newLines.at(-1);
  const after = hunk.baseEnd === texts.baseLines.length && lastLine !== undefined ? isTerminated(lastLine) : before;
  return after === before ? hasFinalNewline(texts.currentText) : after;
}

/** Whether a text ends its last line. An empty text lacks nothing. */
export function hasFinalNewline(text: string): boolean {
  return text === '' || isTerminated(text);
}

function withLastLineEnded(texts: RebaseTexts, placed: Hunk, isToEnd: boolean): Hunk {
  const newLines = endedAs(placed.newLines, isToEnd, texts.ending);
  return newLines === placed.newLines ? placed : { ...placed, newLines };
}

/** The lines with the last one ended or not. */
export function endedAs(lines: readonly string[], isToEnd: boolean, ending: LineEnding): readonly string[] {
  const lastLine = lines.at(-1);
  if (lastLine === undefined || isTerminated(lastLine) === isToEnd) {
    return lines;
  }
  const ended = isToEnd ? terminated(lastLine, ending) : withoutTerminator(lastLine);
  const others = lines.slice(0, -1);
  // A blank last line without its end is nothing but the end of the line above.
  return ended === '' ? others : [...others, ended];
}

/** An insertion below a last line without terminator has to give it one, and so replaces it. */
function withLineAbove(texts: RebaseTexts, placed: Hunk): Hunk {
  const lineAbove = terminated(texts.currentLines.at(-1) ?? '', texts.ending);
  return {
    ...placed,
    baseStart: placed.baseStart - 1,
    newStart: placed.newStart - 1,
    newLines: [lineAbove, ...placed.newLines],
  };
}
