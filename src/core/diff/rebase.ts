import { byPlace } from './compose.ts';
import type { Hunk } from './hunk.ts';
import { terminated, withoutTerminator } from './lines.ts';
import { endingsSettled, type PlacedHunk } from './rebaseEndings.ts';
import { presentHunks, type RebaseTexts, rebaseTexts, shiftOf } from './rebasePlace.ts';

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
 * nothing else was inserted there.
 *
 * Lines are compared without their terminators, and when the document's line ending was converted, new lines get the
 * new one. Whether the text ends with a newline is merged like a line: a hunk that adds or drops it decides, else the
 * current text keeps what it has. On an unchanged text every hunk lands as it is.
 */
export function rebaseHunks(baseText: string, currentText: string, hunks: readonly Hunk[]): Rebased {
  if (baseText === currentText) {
    return { landed: hunks, alreadyThere: [], missed: [] };
  }
  const texts = rebaseTexts(baseText, currentText);
  const present = presentHunks(texts, hunks);
  const alreadyThere: Hunk[] = [];
  const missed: Hunk[] = [];
  const placed: PlacedHunk[] = [];
  for (const hunk of hunks.toSorted(byPlace)) {
    const shift = present.has(hunk) ? null : shiftOf(texts, hunk);
    if (present.has(hunk)) {
      alreadyThere.push(hunk);
    } else if (shift === null) {
      missed.push(hunk);
    } else {
      placed.push({ hunk, placed: moved(texts, hunk, shift) });
    }
  }
  const landed: Hunk[] = [];
  for (const { hunk, placed: final } of endingsSettled(texts, placed)) {
    if (changesAnything(texts, final)) {
      landed.push(final);
    } else {
      alreadyThere.push(hunk);
    }
  }
  return { landed, alreadyThere, missed };
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
