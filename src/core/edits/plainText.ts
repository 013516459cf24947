import { changedRanges } from '../diff/changedRanges.ts';
import {
  isTerminated,
  type LineEnding,
  lineEndingOf,
  splitLines,
  terminated,
  withLineEnding,
  withoutTerminator,
} from '../diff/lines.ts';

/** A text as models see it: lines without terminators, no byte order mark. */
export interface PlainText {
  readonly lines: readonly string[];
  /** Whether the last line is ended. True for a text without lines, which lacks nothing. */
  readonly endsWithNewline: boolean;
}

const byteOrderMark = '\uFEFF';

/** A file's text, or a model's, in plain form. */
export function plainText(text: string): PlainText {
  const lines = splitLines(text.startsWith(byteOrderMark) ? text.slice(1) : text);
  return {
    lines: lines.map(withoutTerminator),
    endsWithNewline: lines.length === 0 || isTerminated(lines.at(-1) ?? ''),
  };
}

/** With LF between lines, and at the end where there is one. */
export function joinedText(text: PlainText): string {
  return text.lines.join('\n') + (text.endsWithNewline && text.lines.length > 0 ? '\n' : '');
}

/**
 * An edited plain text as it goes into the file that now has the text `original`: that file's byte order mark and line
 * ending. Where the file mixes endings, lines that stay keep the one they have, and a replacement has that of its line.
 */
export function fileText(edited: PlainText, original: string): string {
  const mark = original.startsWith(byteOrderMark) ? byteOrderMark : '';
  const ending = lineEndingOf(original);
  const unmarked = original.slice(mark.length);
  if (withLineEnding(unmarked, ending) === unmarked) {
    return mark + withLineEnding(joinedText(edited), ending);
  }
  return mark + mixedText(edited, splitLines(unmarked), ending);
}

function mixedText(edited: PlainText, original: readonly string[], ending: LineEnding): string {
  const keys = original.map(withoutTerminator);
  const lines: string[] = [];
  let at = 0;
  for (const range of changedRanges(keys, edited.lines)) {
    lines.push(...original.slice(at, range.baseStart));
    for (const [index, line] of edited.lines.slice(range.nextStart, range.nextEnd).entries()) {
      const replaced = range.baseStart + index < range.baseEnd ? (original[range.baseStart + index] ?? '') : '';
      lines.push(line + replaced.slice(withoutTerminator(replaced).length));
    }
    at = range.baseEnd;
  }
  lines.push(...original.slice(at));
  return lines
    .map((line, index) => {
      if (index === lines.length - 1 && !edited.endsWithNewline) {
        return withoutTerminator(line);
      }
      return isTerminated(line) ? line : terminated(line, ending);
    })
    .join('');
}
