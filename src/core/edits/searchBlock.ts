import type { EditProblem, FileEdit } from './toolCall.ts';

/** A search-replace block while its lines come. */
export class SearchBlock {
  private readonly path: string;
  private readonly width: number;
  private readonly lines: string[] = [];

  private constructor(path: string, width: number) {
    this.path = path;
    this.width = width;
  }

  /** Whether a line begins a block. */
  static isBegun(line: string): boolean {
    return searchMarker.test(line);
  }

  static begin(path: string, line: string): SearchBlock {
    return new SearchBlock(path, /^\s*([<-]+)/.exec(line)?.[1]?.length ?? 0);
  }

  /** Takes a line; true when it was the last one. */
  take(line: string): boolean {
    if (replaceMarker.test(line)) {
      return true;
    }
    this.lines.push(line);
    return false;
  }

  end(): FileEdit | EditProblem {
    const divider = this.divider();
    if (typeof divider === 'string') {
      return this.problem(divider);
    }
    if (this.path === '') {
      return this.problem('The block does not say which file it is for. Put the path on a line before it.');
    }
    const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
    const search = this.lines.slice(0, divider);
    const replace = text(this.lines.slice(divider + 1));
    return search.every((line) => line.trim() === '')
      ? { kind: 'create', path: this.path, text: replace }
      : { kind: 'replace', path: this.path, oldText: text(search), newText: replace };
  }

  /** The block as one that could not be read. */
  problem(reason: string): EditProblem {
    return { path: this.path, reason, text: this.lines.join('\n') };
  }

  private divider(): number | string {
    const all = this.lines.flatMap((line, index) => (/^={5,9}\s*$/.test(line) ? [index] : []));
    const outside = all.filter((index) => !this.isInConflict(index));
    const asWide = outside.filter((index) => (this.lines[index] ?? '').trim().length === this.width);
    const [only, ...others] = asWide.length > 0 ? asWide : outside.length > 0 ? outside : all;
    if (only === undefined) {
      return 'The block has no line ======= between what to search for and what to put in its place.';
    }
    return others.length === 0
      ? only
      : 'The block has several lines of =======. Use nine characters in all markers of the block to tell which one divides it.';
  }

  /** Whether a line is the middle of a merge conflict that is part of the text. */
  private isInConflict(index: number): boolean {
    const isBegun = /^<{7}(?: |$)/;
    const isEnded = /^>{7}(?: |$)/;
    const before = this.lines.slice(0, index).findLast((line) => isBegun.test(line) || isEnded.test(line));
    const after = this.lines.slice(index + 1).find((line) => isBegun.test(line) || isEnded.test(line));
    return before !== undefined && isBegun.test(before) && after !== undefined && isEnded.test(after);
  }
}

const searchMarker = /^\s*(?:<{5,9}|-{5,9}) ?SEARCH\b ?>?\s*$/;
const replaceMarker = /^\s*(?:>{5,9}|\+{5,9}) ?REPLACE\b ?<?\s*$/;
