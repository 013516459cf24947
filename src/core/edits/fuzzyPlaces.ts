import type { BlockPlace } from './blockPlace.ts';
import { indentShiftOf } from './indentShift.ts';
import { LineIndex } from './lineIndex.ts';
import { mostSimilarity, similarity } from './similarity.ts';

/** A block is found where it is this much like what stands there, counted in characters. */
const leastSimilarity = 0.9;
/** Another place that comes this near to the best one leaves it open which of them is meant. */
const clearLead = 0.05;
/** Shorter blocks are like too many places. */
const fewestCharacters = 16;
/** Where more places than this may be alike the block, none of them is looked at. */
const mostPlaces = 40;

/**
 * The places that are very much like a block without being it, line by line: the best one alone when it leads clearly,
 * else all that are as good. The work is bounded: only where lines of the block stand to the letter is looked at, or,
 * for blocks of which none does, everywhere; and lines are only compared closely where their letters could make them
 * alike.
 */
export function fuzzyPlaces(text: LineIndex, block: readonly string[]): readonly BlockPlace[] {
  const wanted = block.map((line) => LineIndex.keyOf(line, 'punctuation'));
  const weight = wanted.reduce((sum, line) => sum + line.length, 0);
  if (weight < fewestCharacters || block.length > text.lines.length) {
    return [];
  }
  const keys = text.keys('punctuation');
  const promising = startsToLookAt(text, wanted).filter(
    (start) => scoreAt(keys, wanted, start, weight, mostSimilarity) >= leastSimilarity,
  );
  if (promising.length > mostPlaces) {
    return [];
  }
  const scored = promising
    .map((start) => ({ start, score: scoreAt(keys, wanted, start, weight, similarity) }))
    .filter(({ score }) => score >= leastSimilarity);
  const best = Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > best - clearLead)
    .map(({ start }) => start)
    .sort((one, other) => one - other)
    .flatMap((start): readonly BlockPlace[] => {
      const shift = indentShiftOf(block, text.lines.slice(start, start + block.length));
      return shift === null ? [] : [{ tier: 'fuzzy', start, shift }];
    });
}

/** Starts for which a line of the block stands where it would; all when none does. */
function startsToLookAt(text: LineIndex, wanted: readonly string[]): readonly number[] {
  const last = text.lines.length - wanted.length;
  const starts = new Set<number>();
  for (const [index, key] of wanted.entries()) {
    for (const place of key === '' ? [] : text.places(key, 'punctuation')) {
      if (place >= index && place - index <= last) starts.add(place - index);
    }
  }
  return starts.size > 0 ? [...starts] : Array.from({ length: last + 1 }, (_, start) => start);
}

function scoreAt(
  keys: readonly string[],
  wanted: readonly string[],
  start: number,
  weight: number,
  likeness: (one: string, other: string) => number,
): number {
  let like = 0;
  let left = weight;
  for (const [index, line] of wanted.entries()) {
    const other = keys[start + index] ?? '';
    like += line === other ? line.length : line.length * likeness(line, other);
    // A blank line against code costs as much as the code would count.
    if (line === '' && other !== '') like -= other.length;
    left -= line.length;
    if (like + left < leastSimilarity * weight) {
      return 0;
    }
  }
  return like / weight;
}
