import { withoutTerminator } from './lines.ts';

/** A line as a reader takes it in: where it begins, and its words and signs with the blanks between them. */
export interface LineWords {
  /** Characters of leading white space. Indentation is layout, not text. */
  readonly indentation: number;
  /** Joined they are the rest of the line without its terminator; none for a line that is too long to look into. */
  readonly tokens: readonly string[];
  /** How often each of them occurs, blanks left out. */
  readonly counts: ReadonlyMap<string, number>;
  /** The sum of what all tokens weigh. */
  readonly weight: number;
}

/** Lines longer than this are not looked into. */
const longestLine = 2000;
/** Words shorter than that are in almost any line. */
const shortestTellingWord = 3;
/** Less than this share in common, and a line is a new line, not a changed one. */
const leastInCommon = 0.45;

const wordForm = /^[\p{L}\p{N}\p{M}_]/u;

/** Words, runs of white space, and single characters of anything else. */
export function lineWords(line: string): LineWords {
  const text = withoutTerminator(line);
  const written = text.trimStart();
  const tokens =
    text.length > longestLine ? [] : (written.match(/[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? []);
  const counts = new Map<string, number>();
  let weight = 0;
  for (const token of tokens) {
    if (token.trim() !== '') {
      counts.set(token, (counts.get(token) ?? 0) + 1);
      weight += weightOf(token);
    }
  }
  return { indentation: text.length - written.length, tokens, counts, weight };
}

/** How much a token says about a line: a long word much, a sign little, a blank nothing. */
export function weightOf(token: string): number {
  if (token.trim() === '') {
    return 0;
  }
  if (!wordForm.test(token)) {
    return 0.25;
  }
  return token.length < shortestTellingWord ? token.length / 2 : token.length;
}

/** The share of two lines that is in both, 0 to 1 by weight, and 0 where it is too little to call them alike. */
export function likeness(one: LineWords, other: LineWords): number {
  let common = 0;
  for (const [token, count] of one.counts) {
    common += weightOf(token) * Math.min(count, other.counts.get(token) ?? 0);
  }
  return shareOf(common, one, other);
}

/** The share that a common weight is of two lines, and 0 where it is too little. */
export function shareOf(common: number, one: LineWords, other: LineWords): number {
  const share = one.weight + other.weight === 0 ? 0 : (2 * common) / (one.weight + other.weight);
  return share < leastInCommon ? 0 : share;
}
