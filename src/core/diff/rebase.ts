import { byPlace } from './compose.ts';
import { conflictRegions, meetsRegion } from './conflictRegion.ts';
import type { Hunk } from './hunk.ts';
import { terminated, withoutTerminator } from './lines.ts';
import { endingsSettled, type PlacedHunk } from './rebaseEndings.ts';
import { presentHunks, shiftOf } from './rebasePlace.ts';
import { type RebaseTexts, rebaseTexts } from './rebaseTexts.ts';

/** What becomes of hunks when the text they were made for has changed. Every hunk is in exactly one of the three. */
export interface Rebased {
  /** Placed in the current text from top to bottom, to be applied together. */
  readonly landed: readonly Hunk[];
  /** As they were: the current text says the same already. */
  readonly alreadyThere: readonly Hunk[];
  /** As they were: their lines were changed meanwhile, or it is not certain where they belong. */
  readonly missed: readonly Hunk[];
}

/**
 * Carries hunks of one file, none of them colliding, over from `baseText` to `currentText` by a three-way comparison of
 * lines. A hunk lands only when nothing touched its base lines meanwhile; in doubt it is missed. Typing right above
 * or below replaced lines does not touch them. An insertion lands while one of its two neighbours is untouched and
 * nothing else was inserted there. What has a place only depending on how a missed neighbour is resolved is missed too.
 *
 * Lines are compared without their terminators, and when the document's line ending was converted, new lines get the
 * new one. Whether the text ends with a newline is merged like a line: a hunk that adds or drops it decides, else the
 * current text keeps what it has. On an unchanged text every hunk lands as it is, and a rename always does.
 */
export function rebaseHunks(baseText: string, currentText: string, hunks: readonly Hunk[]): Rebased {
  return baseText === currentText
    ? { landed: hunks, alreadyThere: [], missed: [] }
    : rebaseOn(rebaseTexts(baseText, currentText), hunks);
}

/** Like {@link rebaseHunks}, with texts that were compared before and differ. */
export function rebaseOn(texts: RebaseTexts, hunks: readonly Hunk[]): Rebased {
  // A rename is about the file, whatever its text.
  const renames = hunks.filter((hunk) => hunk.change === 'rename');
  const ofLines = hunks.filter((hunk) => hunk.change !== 'rename').sort(byPlace);
  const present = presentHunks(texts, ofLines);
  const missed: Hunk[] = [];
  let placed: readonly PlacedHunk[] = ofLines.flatMap((hunk) => {
    if (present.has(hunk)) {
      return [];
    }
    const shift = shiftOf(texts, hunk);
    if (shift === null) {
      missed.push(hunk);
    }
    return shift === null ? [] : [{ hunk, placed: moved(texts, hunk, shift) }];
  });
  for (;;) {
    const settled = endingsSettled(texts, placed);
    const caught = new Set(caughtInConflicts(texts, settled, missed));
    if (caught.size === 0) {
      const idle = new Set(settled.filter((one) => !changesAnything(texts, one.placed)).map(({ hunk }) => hunk));
      return {
        landed: [...renames, ...settled.flatMap((one) => (idle.has(one.hunk) ? [] : [one.placed]))],
        alreadyThere: ofLines.filter((hunk) => present.has(hunk) || idle.has(hunk)),
        missed: missed.sort(byPlace),
      };
    }
    missed.push(...caught);
    placed = placed.filter(({ hunk }) => !caught.has(hunk));
  }
}

/** Hunks that have a place, but none of their own while those that miss are not decided. */
function caughtInConflicts(
  texts: RebaseTexts,
  settled: readonly PlacedHunk[],
  missed: readonly Hunk[],
): readonly Hunk[] {
  const regions = conflictRegions(texts, missed);
  const caught: Hunk[] = [];
  let from = 0;
  for (const { hunk, placed } of settled) {
    while ((regions[from]?.currentEnd ?? Number.POSITIVE_INFINITY) < placed.baseStart) {
      from++;
    }
    for (let at = from; (regions[at]?.currentStart ?? Number.POSITIVE_INFINITY) <= placed.baseEnd; at++) {
      const region = regions[at];
      if (region !== undefined && meetsRegion(placed, region)) {
        caught.push(hunk);
        break;
      }
    }
  }
  return caught;
}

function moved(texts: RebaseTexts, hunk: Hunk, shift: number): Hunk {
  const converted = (line: string): string =>
    withoutTerminator(line) === line ? line : terminated(line, texts.ending);
  return {
    ...hunk,
    baseStart: hunk.baseStart + shift,
    baseEnd: hunk.baseEnd + shift,
    newStart: hunk.newStart + shift,
    newLines: texts.isConverted ? hunk.newLines.map(converted) : hunk.newLines,
  };
}

function changesAnything(texts: RebaseTexts, hunk: Hunk): boolean {
  return texts.currentLines.slice(hunk.baseStart, hunk.baseEnd).join('') !== hunk.newLines.join('');
}
