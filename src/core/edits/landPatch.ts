import type { BlockPlace } from './blockPlace.ts';
import { type EditPartFailure, type EditResult, failedEdit, lineNames } from './editResult.ts';
import { shiftedLine } from './indentShift.ts';
import { LineIndex } from './lineIndex.ts';
import type { Location } from './locate.ts';
import { type MatchTier, worseTier } from './matchTier.ts';
import { nearestPlaceText } from './nearestPlace.ts';
import { oldLinesOf, type PatchSection, sectionText } from './patchSection.ts';
import type { PlainText } from './plainText.ts';
import { placeSection } from './sectionPlace.ts';
import type { TierMark } from './tierMarks.ts';

/** Lines to put in the place of others. 0-based, half-open. */
interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  readonly tier: MatchTier;
}

/**
 * Applies the sections of a V4A patch to a text: those whose place is found land, whatever becomes of the others. Kept
 * lines stay as the file has them. Whether the text ends with a newline stays as it is, since the format cannot speak of
 * it. Fails when no section lands.
 */
export function landPatch(text: PlainText, sections: readonly PatchSection[]): EditResult {
  const failures: EditPartFailure[] = [];
  const edits: LineEdit[] = [];
  const index = new LineIndex(text.lines);
  let cursor = 0;
  for (const section of sections) {
    const placed = placedSection(index, section, sections.length, cursor);
    const clash = 'reason' in placed ? null : clashOf(edits, placed.edits);
    if ('reason' in placed || clash !== null) {
      const reason =
        'reason' in placed ? placed.reason : `Another section of the diff changes line ${(clash ?? 0) + 1}.`;
      failures.push({ reason, text: sectionText(section) });
    } else {
      edits.push(...placed.edits);
      cursor = placed.cursor;
    }
  }
  if (failures.length === sections.length) {
    return failedEdit(failures.map(({ reason }) => reason).join('\n'));
  }
  const ordered = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
  const tier = ordered.reduce<MatchTier>((worst, edit) => worseTier(worst, edit.tier), 'exact');
  return {
    kind: 'landed',
    text: { ...text, lines: withEdits(text.lines, ordered) },
    tier,
    marks: marksOf(ordered),
    failures,
  };
}

function placedSection(
  text: LineIndex,
  section: PatchSection,
  count: number,
  cursor: number,
): { readonly edits: readonly LineEdit[]; readonly cursor: number } | { readonly reason: string } {
  const location = placeSection(text, section, cursor);
  if (location.kind !== 'found') {
    return { reason: reasonFor(text, section, count, location) };
  }
  const { place } = location;
  const edits = editsOf(section, place);
  return edits === null
    ? {
        reason: `${nameOf(section, count)} is indented differently at line ${place.start + 1}, and so must be its new lines.`,
      }
    : { edits, cursor: place.start + oldLinesOf(section).length };
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

/** Where the new lines stand in the new text of edits that were not placed to the letter. */
function marksOf(edits: readonly LineEdit[]): readonly TierMark[] {
  const marks: TierMark[] = [];
  let added = 0;
  for (const { start, end, lines, tier } of edits) {
    if (tier !== 'exact') {
      marks.push({ start: start + added, end: start + added + lines.length, tier });
    }
    added += lines.length - (end - start);
  }
  return marks;
}

/** The first line that both would change, or null. */
function clashOf(edits: readonly LineEdit[], more: readonly LineEdit[]): number | null {
  const found = more.find((edit) => edits.some((other) => isClash(other, edit)));
  return found === undefined ? null : found.start;
}

function isClash(one: LineEdit, other: LineEdit): boolean {
  const isSameInsertion = one.start === one.end && other.start === other.end && one.start === other.start;
  return isSameInsertion || (one.start < other.end && other.start < one.end);
}

/** The section's removed and added lines as edits, or null when an added line cannot be indented as the place needs. */
function editsOf(section: PatchSection, place: BlockPlace): readonly LineEdit[] | null {
  const edits: { start: number; end: number; lines: string[]; tier: MatchTier }[] = [];
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
      edit = { start: at, end: at, lines: [], tier: place.tier };
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
  text: LineIndex,
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
  return `The lines that ${name === 'The diff' ? 'the diff' : name.toLowerCase()} expects were not found. ${nearestPlaceText(text, block)}`;
}

function nameOf(section: PatchSection, count: number): string {
  return count === 1 ? 'The diff' : `Section ${section.number} of the diff`;
}
