import { anchoredStarts } from './anchor.ts';
import { type EditResult, failedEdit, lineNames } from './editResult.ts';
import { shiftedLine } from './indentShift.ts';
import { type BlockPlace, type Location, type MatchTier, matchTiers, onlyOne, placesOf } from './locate.ts';
import { nearestPlaceText } from './nearestPlace.ts';
import { oldLinesOf, type PatchSection } from './patchSection.ts';
import type { PlainText } from './plainText.ts';

/** Lines to put in the place of others. 0-based, half-open. */
interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * Applies the sections of a V4A patch to a text, all or none. Kept lines stay as the file has them. Whether the text
 * ends with a newline stays as it is, since the format cannot speak of it.
 */
export function landPatch(text: PlainText, sections: readonly PatchSection[]): EditResult {
  const edits: LineEdit[] = [];
  let tier: MatchTier = 'exact';
  let cursor = 0;
  for (const section of sections) {
    const location = placeSection(text.lines, section, cursor);
    if (location.kind !== 'found') {
      return failedEdit(reasonFor(text.lines, section, sections.length, location));
    }
    const { place } = location;
    const sectionEdits = editsOf(section, place);
    if (sectionEdits === null) {
      return failedEdit(
        `${nameOf(section, sections.length)} is indented differently at line ${place.start + 1}, and so must be its new lines.`,
      );
    }
    edits.push(...sectionEdits);
    tier = matchTiers.indexOf(place.tier) > matchTiers.indexOf(tier) ? place.tier : tier;
    cursor = place.start + oldLinesOf(section).length;
  }
  edits.sort((one, other) => one.start - other.start || one.end - other.end);
  const clash = edits.find((edit, index) => isClash(edits[index - 1], edit));
  if (clash !== undefined) {
    return failedEdit(`Two sections of the diff change line ${clash.start + 1}.`);
  }
  return { kind: 'landed', text: { ...text, lines: withEdits(text.lines, edits) }, tier };
}

/** @param edits from top to bottom, none touching another's lines */
function withEdits(lines: readonly string[], edits: readonly LineEdit[]): readonly string[] {
  const result: string[] = [];
  let at = 0;
  for (const edit of edits) {
    result.push(...lines.slice(at, edit.start), ...edit.lines);
    at = edit.end;
  }
  result.push(...lines.slice(at));
  return result;
}

function isClash(before: LineEdit | undefined, edit: LineEdit): boolean {
  if (before === undefined) {
    return false;
  }
  const isSameInsertion = before.start === edit.start && before.end === before.start && edit.end === edit.start;
  return before.end > edit.start || isSameInsertion;
}

function placeSection(lines: readonly string[], section: PatchSection, cursor: number): Location {
  const block = oldLinesOf(section);
  const starts = anchoredStarts(lines, section.anchors, cursor);
  if (block.length === 0) {
    const end = section.endsFile || lines.length === 0 ? [lines.length] : starts.map(({ below }) => below);
    return onlyOne(end.map((start) => ({ tier: 'exact', start, shift: null })));
  }
  for (const tier of matchTiers) {
    const places = placesOf(lines, block, tier);
    if (places.length > 0) {
      return choosePlace(places, { lines, section, cursor, froms: starts.map(({ from }) => from) });
    }
  }
  // A last kept line that is empty is often only the end of the diff.
  const last = section.lines.at(-1);
  return last?.kind === 'keep' && last.text.trim() === ''
    ? placeSection(lines, { ...section, lines: section.lines.slice(0, -1) }, cursor)
    : { kind: 'missing' };
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

/** The section's removed and added lines as edits, or null when an added line cannot be indented as the place needs. */
function editsOf(section: PatchSection, place: BlockPlace): readonly LineEdit[] | null {
  const edits: { start: number; end: number; lines: string[] }[] = [];
  let at = place.start;
  let isOpen = false;
  for (const line of section.lines) {
    if (line.kind === 'keep') {
      at++;
      isOpen = false;
      continue;
    }
    let edit = edits.at(-1);
    if (edit === undefined || !isOpen) {
      edit = { start: at, end: at, lines: [] };
      edits.push(edit);
      isOpen = true;
    }
    if (line.kind === 'remove') {
      at++;
      edit.end = at;
    } else {
      const shifted = place.shift === null ? line.text : shiftedLine(line.text, place.shift);
      if (shifted === null) {
        return null;
      }
      edit.lines.push(shifted);
    }
  }
  return edits;
}

function reasonFor(
  lines: readonly string[],
  section: PatchSection,
  count: number,
  location: Exclude<Location, { kind: 'found' }>,
): string {
  const name = nameOf(section, count);
  const block = oldLinesOf(section);
  if (location.kind === 'ambiguous') {
    return `${name} fits ${location.starts.length} places, on ${lineNames(location.starts)}. Give more kept lines, or an @@ anchor, to tell which one is meant.`;
  }
  if (block.length === 0) {
    return `${name} adds lines without saying where. Give kept lines around them, or an @@ anchor that the file has.`;
  }
  return `The lines that ${name === 'The diff' ? 'the diff' : name.toLowerCase()} expects were not found. ${nearestPlaceText(lines, block)}`;
}

function nameOf(section: PatchSection, count: number): string {
  return count === 1 ? 'The diff' : `Section ${section.number} of the diff`;
}
