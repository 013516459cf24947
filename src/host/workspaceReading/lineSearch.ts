/** A line is shown to about this length, in UTF-16 units. */
const longestLine = 240;
/** Of it, this much before what was found. */
const before = 80;

/** A plain text that lines are searched for: in any case of letters, unless it has capitals itself. */
export class LineSearch {
  readonly #text: string;
  readonly #isExact: boolean;
  readonly #most: number;

  /** @param most lines of one file that are told */
  constructor(text: string, most: number) {
    this.#isExact = text !== text.toLowerCase();
    this.#text = text;
    this.#most = most;
  }

  /** The lines of a text that have it, each as `path:line: text` with a 1-based line, and a word on further ones. */
  linesIn(path: string, text: string): readonly string[] {
    if (!this.#folded(text).includes(this.#text)) return [];
    const found = text.split(/\r\n|\r|\n/).flatMap((line, index) => {
      const at = this.#folded(line).indexOf(this.#text);
      return at === -1 ? [] : [{ line, at, number: index + 1 }];
    });
    const shown = found.slice(0, this.#most).map(({ line, at, number }) => `${path}:${number}: ${excerpt(line, at)}`);
    const more = found.length - shown.length;
    return more === 0 ? shown : [...shown, `${path}: and ${more} more ${more === 1 ? 'line' : 'lines'}`];
  }

  #folded(text: string): string {
    return this.#isExact ? text : text.toLowerCase();
  }
}

function excerpt(line: string, at: number): string {
  const bare = line.trim();
  if (bare.length <= longestLine) return bare;
  const start = Math.max(0, at - before);
  const end = Math.min(line.length, start + longestLine);
  return `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
}
