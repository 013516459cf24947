import type { Ignore } from 'ignore';
import ignore from 'ignore';

/**
 * What `.gitignore` files leave out, with git's own rules: the last pattern that matches decides, deeper files come
 * last, and what lies in a folder that is left out cannot be taken in again.
 */
export class GitIgnore {
  readonly #rules: Ignore | null;
  readonly #ignoreCase: boolean;

  /** @param ignoreCase whether names differ by case alone, as the file system has it */
  constructor(ignoreCase: boolean, rules: Ignore | null = null) {
    this.#ignoreCase = ignoreCase;
    this.#rules = rules;
  }

  /**
   * These rules and those of one more file, which go for its own folder and below.
   *
   * @param folder where the file is, relative to the top and with forward slashes; '' for the top
   */
  with(folder: string, text: string): GitIgnore {
    const rules = ignore({ ignorecase: this.#ignoreCase });
    if (this.#rules !== null) rules.add(this.#rules);
    // A byte order mark is no part of the first pattern.
    const patterns = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    rules.add(patterns.map((pattern) => patternBelow(folder, pattern)).filter((pattern) => pattern !== ''));
    return new GitIgnore(this.#ignoreCase, rules);
  }

  /** @param path relative to the top, with forward slashes, without a slash at its end; not empty */
  leavesOut(path: string, isFolder: boolean): boolean {
    return this.#rules?.ignores(isFolder ? `${path}/` : path) ?? false;
  }
}

/** A pattern of a folder's own file as one of the top's. */
function patternBelow(folder: string, pattern: string): string {
  if (pattern.trim() === '' || pattern.startsWith('#')) return '';
  if (folder === '') return pattern;
  const isNegated = pattern.startsWith('!');
  const bare = isNegated ? pattern.slice(1) : pattern;
  // A slash anywhere but at the end ties a pattern to its own folder; one without matches at any depth.
  const isTied = bare.replace(/\/ *$/, '').includes('/');
  const below = isTied ? bare.replace(/^\//, '') : `**/${bare}`;
  return `${isNegated ? '!' : ''}/${escaped(folder)}/${below}`;
}

/** A folder's name as a pattern that matches nothing but it. */
function escaped(folder: string): string {
  return folder.replaceAll(/[\\*?[\]!# ]/g, (character) => `\\${character}`);
}
