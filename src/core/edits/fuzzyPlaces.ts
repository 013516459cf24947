import type { BlockPlace } from './blockPlace.ts';
import { foldPunctuation } from './foldPunctuation.ts';
import { indentShiftOf } from './indentShift.ts';
import { similarity } from './similarity.ts';

/** A block is found where it is this much like what stands there, counted in characters. */
const leastSimilarity = 0.9;
/** Another place that comes this near to the best one leaves it open which of them is meant. */
const clearLead = 0.05;
/** Shorter blocks are like too many places. */
const fewestCharacters = 16;
/** So many places are compared at most, the most promising first. */
const mostPlaces = 40;

/**
 * The places that are very much like a block without being it, line by line: the best one alone when it leads clearly,
 * else all that are as good. The work is bounded: only where most of the block's lines stand to the letter is looked at,
 * or, for blocks of which none does, at lines of about the same length.
 */
export function fuzzyPlaces(lines: readonly string[], block: readonly string[]): readonly BlockPlace[] {
  const wanted = block.map(keyOf);
  const weight = wanted.reduce((sum, line) => sum + line.length, 0);
  if (weight < fewestCharacters || block.length > lines.length) {
    return [];
  }
  const keys = lines.map(keyOf);
  const scored = promisingStarts(keys, wanted)
    .map((start) => ({ start, score: scoreAt(keys, wanted, start, weight) }))
    .filter(({ score }) => score >= leastSimilarity)
    .sort((one, other) => other.score - one.score || one.start - other.start);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score > best - clearLead)
    .map(({ start }) => start)
    .sort((one, other) => one - other)
    .flatMap((start): readonly BlockPlace[] => {
      const shift = indentShiftOf(block, lines.slice(start, start + block.length));
      return shift === null ? [] : [{ tier: 'fuzzy', start, shift }];
    });
}

/** Starts for which lines of the block vote by standing where they would, the most votes first. */
function promisingStarts(keys: readonly string[], wanted: readonly string[]): readonly number[] {
  const last = keys.length - wanted.length;
  const places = new Map<string, number[]>();
  for (const [index, key] of keys.entries()) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  const votes = new Map<number, number>();
  for (const [index, key] of wanted.entries()) {
    for (const place of key === '' ? [] : (places.get(key) ?? [])) {
      const start = place - index;
      if (start >= 0 && start <= last) votes.set(start, (votes.get(start) ?? 0) + key.length);
    }
  }
  if (votes.size === 0) {
    return startsOfLikeLength(keys, wanted, last);
  }
  return [...votes]
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, mostPlaces)
    .map(([start]) => start);
}

/** Where every line is about as long as the block's. */
function startsOfLikeLength(keys: readonly string[], wanted: readonly string[], last: number): readonly number[] {
  const starts: number[] = [];
  for (let start = 0; start <= last && starts.length < mostPlaces; start++) {
    const isLike = wanted.every((line, index) => {
      const other = keys[start + index] ?? '';
      const longest = Math.max(line.length, other.length);
      return (
        Math.abs(line.length - other.length) <= Math.max(2, longest * 0.2) && line.slice(0, 1) === other.slice(0, 1)
      );
    });
    if (isLike) starts.push(start);
  }
  return starts;
}

function scoreAt(keys: readonly string[], wanted: readonly string[], start: number, weight: number): number {
  let like = 0;
  let left = weight;
  for (const [index, line] of wanted.entries()) {
    const other = keys[start + index] ?? '';
    like += line === other ? line.length : line.length * similarity(line, other);
    // A blank line against code costs as much as the code would count.
    if (line === '' && other !== '') like -= other.length;
    left -= line.length;
    if (like + left < leastSimilarity * weight) {
      return 0;
    }
  }
  return like / weight;
}

function keyOf(line: string): string {
  return foldPunctuation(line).trim();
}
