import type { BlockPlace } from './blockPlace.ts';
import { foldPunctuation } from './foldPunctuation.ts';
import { fuzzyPlaces } from './fuzzyPlaces.ts';
import { indentShiftOf } from './indentShift.ts';

/** The tiers at which all lines of a block are compared in one way, best first. */
export const lineTiers = ['exact', 'whitespace', 'indentation', 'punctuation'] as const;

type LineTier = (typeof lineTiers)[number];

/** What looking for a block came to. Lines are 0-based. */
export type Location =
  | { readonly kind: 'found'; readonly place: BlockPlace }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous'; readonly starts: readonly number[] };

/** Finds the one place of a block of lines in a text. Of several equally good ones none is taken. */
export function locate(lines: readonly string[], block: readonly string[]): Location {
  for (const tier of lineTiers) {
    const places = placesOf(lines, block, tier);
    if (places.length > 0) {
      return onlyOne(places);
    }
  }
  return onlyOne(fuzzyPlaces(lines, block));
}

/** Found if it is a single place, ambiguous if there are several, missing if there is none. */
export function onlyOne(places: readonly BlockPlace[]): Location {
  const [place, ...others] = places;
  if (place === undefined) {
    return { kind: 'missing' };
  }
  return others.length === 0
    ? { kind: 'found', place }
    : { kind: 'ambiguous', starts: places.map(({ start }) => start) };
}

/** All places of a block in a text at one tier, from top to bottom. An empty block has none. */
export function placesOf(lines: readonly string[], block: readonly string[], tier: LineTier): readonly BlockPlace[] {
  const keyOf = keys[tier];
  const lineKeys = lines.map(keyOf);
  const blockKeys = block.map(keyOf);
  const places: BlockPlace[] = [];
  for (let start = 0; block.length > 0 && start + block.length <= lines.length; start++) {
    if (!blockKeys.every((key, index) => key === lineKeys[start + index])) {
      continue;
    }
    const shift =
      tier === 'exact' || tier === 'whitespace' ? null : indentShiftOf(block, lines.slice(start, start + block.length));
    if (tier === 'exact' || tier === 'whitespace' || shift !== null) {
      places.push({ tier, start, shift });
    }
  }
  return places;
}

/** What lines are compared by. */
const keys: Readonly<Record<LineTier, (line: string) => string>> = {
  exact: (line) => line,
  whitespace: (line) => line.trimEnd(),
  indentation: (line) => line.trim(),
  punctuation: (line) => foldPunctuation(line).trim(),
};
