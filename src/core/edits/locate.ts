import type { BlockPlace } from './blockPlace.ts';
import { fuzzyPlaces } from './fuzzyPlaces.ts';
import { indentShiftOf } from './indentShift.ts';
import { LineIndex, type LineTier, lineTiers } from './lineIndex.ts';

/** What looking for a block came to. Lines are 0-based. */
export type Location =
  | { readonly kind: 'found'; readonly place: BlockPlace }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous'; readonly starts: readonly number[] };

/** Finds the one place of a block of lines in a text. Of several equally good ones none is taken. */
export function locate(text: LineIndex, block: readonly string[]): Location {
  for (const tier of lineTiers) {
    const places = placesOf(text, block, tier);
    if (places.length > 0) {
      return onlyOne(places);
    }
  }
  return onlyOne(fuzzyPlaces(text, block));
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
export function placesOf(text: LineIndex, block: readonly string[], tier: LineTier): readonly BlockPlace[] {
  const keys = text.keys(tier);
  const wanted = block.map((line) => LineIndex.keyOf(line, tier));
  // Only where its rarest line is can the block be.
  let rarest: { readonly index: number; readonly at: readonly number[] } | null = null;
  for (const [index, key] of wanted.entries()) {
    const at = text.places(key, tier);
    rarest = rarest === null || at.length < rarest.at.length ? { index, at } : rarest;
  }
  const { index: before, at } = rarest ?? { index: 0, at: [] };
  return at.flatMap((line): readonly BlockPlace[] => {
    const start = line - before;
    if (start < 0 || !wanted.every((key, index) => key === keys[start + index])) {
      return [];
    }
    if (tier === 'exact' || tier === 'whitespace') {
      return [{ tier, start, shift: null }];
    }
    const shift = indentShiftOf(block, text.lines.slice(start, start + block.length));
    return shift === null ? [] : [{ tier, start, shift }];
  });
}
