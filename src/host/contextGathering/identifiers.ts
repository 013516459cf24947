import type { TextRange } from '../../core/task.ts';

/** A name in a text and where it first stands. */
export interface Identifier {
  readonly name: string;
  /** UTF-16 offset into the whole text. */
  readonly offset: number;
}

/** Words that are no one's own in common languages: asking for their definition only costs time. */
const commonWords = new Set(
  (
    'abstract and any as assert async await bool boolean break byte case catch char class const continue def default ' +
    'defer del delete do double elif else end enum except export extends extern false final finally float fn for from ' +
    'func function get global go goto if impl implements import in inline instanceof int interface is lambda let long ' +
    'match mod module mut namespace new nil none None not null number object of or override package pass private ' +
    'protected pub public raise readonly ref return self Self set short static string struct super switch this throw ' +
    'throws trait true True False try type typeof undefined union unsigned use using val var void while with yield'
  ).split(' '),
);

/**
 * The distinct names that a range of a text uses, in the order they first appear, at most that many. A token regexp
 * rather than a parser: it serves every language, and a word of a comment finds no definition and so does no harm.
 */
export function identifiersIn(text: string, range: TextRange, atMost: number): readonly Identifier[] {
  const found = new Map<string, Identifier>();
  for (const match of text.slice(range.start, range.end).matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) {
    const [name] = match;
    if (found.size >= atMost) break;
    if (name.length > 1 && !commonWords.has(name) && !found.has(name)) {
      found.set(name, { name, offset: range.start + match.index });
    }
  }
  return [...found.values()];
}
