import { anchoredStarts } from './anchor.ts';
import type { BlockPlace } from './blockPlace.ts';
import { fuzzyPlaces } from './fuzzyPlaces.ts';
import { type LineIndex, lineTiers } from './lineIndex.ts';
import { type Location, onlyOne, placesOf } from './locate.ts';
import { oldLinesOf, type PatchSection } from './patchSection.ts';

/** Where a section of a patch goes. `cursor` is the line below the section before it. */
export function placeSection(text: LineIndex, section: PatchSection, cursor: number): Location {
  const block = oldLinesOf(section);
  const { lines } = text;
  const starts = anchoredStarts(text, section.anchors, cursor);
  if (block.length === 0) {
    const end = section.endsFile || lines.length === 0 ? [lines.length] : starts.map(({ below }) => below);
    return onlyOne(end.map((start) => ({ tier: 'exact', start, shift: null })));
  }
  for (const tier of lineTiers) {
    const places = placesOf(text, block, tier);
    if (places.length > 0) {
      return choosePlace(places, { lines, section, cursor, froms: starts.map(({ from }) => from) });
    }
  }
  // A last kept line that is empty is often only the end of the diff.
  const last = section.lines.at(-1);
  return last?.kind === 'keep' && last.text.trim() === '' && block.length > 1
    ? placeSection(text, { ...section, lines: section.lines.slice(0, -1) }, cursor)
    : onlyOne(fuzzyPlaces(text, block));
}

interface Search {
  readonly lines: readonly string[];
  readonly section: PatchSection;
  readonly cursor: number;
  readonly froms: readonly number[];
}

/** The end of the file, if the section says so; else the first below its anchor; else the only one ahead or anywhere. */
function choosePlace(places: readonly BlockPlace[], { lines, section, cursor, froms }: Search): Location {
  const atEnd = places.filter(({ start }) => start + oldLinesOf(section).length === lines.length);
  if (section.endsFile && atEnd.length > 0) {
    return onlyOne(atEnd);
  }
  const anchored = new Set(froms.flatMap((from) => places.find(({ start }) => start >= from) ?? []));
  if (anchored.size > 0) {
    return onlyOne([...anchored]);
  }
  const ahead = places.filter(({ start }) => start >= cursor);
  return onlyOne(ahead.length > 0 ? ahead : places);
}
