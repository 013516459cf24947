/** What ends a line. */
export type LineEnding = '\n' | '\r\n' | '\r';

const terminators = /\r\n|\r|\n/g;
const terminatorAtEnd = /(?:\r\n|\r|\n)$/;

/**
 * The lines of a text, each with its terminator (LF, CRLF or a lone CR, the three that VS Code knows), so that joining
 * them gives the text again. The last one has no terminator when the text has none there; an empty text has no lines.
 */
export function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
      lines.push(text.slice(start, at + 1));
      start = at + 1;
    }
  } else {
    for (const match of text.matchAll(terminators)) {
      const end = match.index + match[0].length;
      lines.push(text.slice(start, end));
      start = end;
    }
  }
  if (start < text.length) {
    lines.push(text.slice(start));
  }
  return lines;
}

/** A line without its terminator. */
export function withoutTerminator(line: string): string {
  if (line.endsWith('\r\n')) {
    return line.slice(0, -2);
  }
  return isTerminated(line) ? line.slice(0, -1) : line;
}

/** Whether a line, or a text, ends with a terminator. */
export function isTerminated(line: string): boolean {
  return line.endsWith('\n') || line.endsWith('\r');
}

/** The ending that most lines of a text have; of several equally common ones the first, and LF where there is none. */
export function lineEndingOf(text: string): LineEnding {
  const counts = new Map<string, number>();
  if (text.includes('\r')) {
    for (const match of text.matchAll(terminators)) {
      counts.set(match[0], (counts.get(match[0]) ?? 0) + 1);
    }
  }
  let dominant: LineEnding = '\n';
  let most = 0;
  for (const [ending, count] of counts) {
    if (count > most && (ending === '\n' || ending === '\r\n' || ending === '\r')) {
      dominant = ending;
      most = count;
    }
  }
  return dominant;
}

/** The text with every terminator replaced by that one. Adds none where there is none. */
export function withLineEnding(text: string, ending: LineEnding): string {
  return ending === '\n' && !text.includes('\r') ? text : text.replace(terminators, ending);
}

/** The line with that terminator, whatever it had. */
export function terminated(line: string, ending: LineEnding): string {
  return line.replace(terminatorAtEnd, '') + ending;
}
