import { type Cluster, touchedClusters } from './clusters.ts';
import { byPlace, composeText } from './compose.ts';
import type { Hunk } from './hunk.ts';
import { withoutTerminator } from './lines.ts';
import { linesAddedUpTo, type RebaseTexts, touchesNear } from './rebaseTexts.ts';

/** The hunks that the current text has already: together they are exactly what was changed, at all or around them. */
export function presentHunks(texts: RebaseTexts, hunks: readonly Hunk[]): ReadonlySet<Hunk> {
  if (composeText(texts.baseText, hunks) === texts.currentText) {
    return new Set(hunks);
  }
  if (texts.meanwhile.length > 0 && isPresent(texts, { start: 0, end: texts.baseLines.length, hunks })) {
    return new Set(hunks);
  }
  const present = new Set<Hunk>();
  const touches = texts.meanwhile.map(({ lowest, highest }) => ({ start: lowest, end: highest }));
  const linesOf = ({ baseStart, baseEnd }: Hunk) => ({ start: baseStart, end: baseEnd });
  for (const cluster of touchedClusters(hunks, linesOf, touches)) {
    if (cluster.hunks.length > 0 && isPresent(texts, cluster)) {
      for (const hunk of cluster.hunks) {
        present.add(hunk);
      }
    }
  }
  return present;
}

/** Whether the current text has, for these lines of the base, just what the hunks make of them. */
function isPresent(texts: RebaseTexts, { start, end, hunks }: Cluster): boolean {
  const expected: string[] = [];
  let at = start;
  for (const hunk of hunks.toSorted(byPlace)) {
    expected.push(...texts.baseKeys.slice(at, hunk.baseStart), ...hunk.newLines.map(withoutTerminator));
    at = hunk.baseEnd;
  }
  expected.push(...texts.baseKeys.slice(at, end));
  const actual = texts.currentKeys.slice(start + linesAddedUpTo(texts, start - 1), end + linesAddedUpTo(texts, end));
  return expected.length === actual.length && expected.every((key, index) => key === actual[index]);
}

/**
 * By how many lines a hunk is further down (or up, if negative) in the current text, or null when its place is gone or
 * in doubt.
 */
export function shiftOf(texts: RebaseTexts, hunk: Hunk): number | null {
  if (hunk.change !== 'edit') {
    // A whole file is only made where there still is none, and only deleted as it was.
    return texts.meanwhile.length === 0 ? 0 : null;
  }
  const isClear =
    hunk.baseStart === hunk.baseEnd
      ? isInsertionClear(texts, hunk.baseStart)
      : isReplacementClear(texts, hunk.baseStart, hunk.baseEnd);
  return isClear ? linesAddedUpTo(texts, hunk.baseStart) : null;
}

function isInsertionClear(texts: RebaseTexts, place: number): boolean {
  const touching = touchesNear(texts, place, place);
  const isOnlyBeside = touching.every(
    (touch) => touch.baseStart < touch.baseEnd && (touch.lowest === place || touch.highest === place),
  );
  return isOnlyBeside && touching.length < 2;
}

function isReplacementClear(texts: RebaseTexts, start: number, end: number): boolean {
  const touching = touchesNear(texts, start, end);
  if (touching.some((touch) => touch.lowest < end && start < touch.highest)) {
    return false;
  }
  const isChangedAbove = touching.some((touch) => touch.highest === start);
  const isChangedBelow = touching.some((touch) => touch.lowest === end);
  // With nothing left around them to tell where they belong, lines must at least be the only ones of their kind.
  return !(isChangedAbove && isChangedBelow) || occursOnce(texts, texts.baseKeys.slice(start, end));
}

function occursOnce({ currentKeys, placesOf }: RebaseTexts, block: readonly string[]): boolean {
  let rarest = 0;
  for (const [index, key] of block.entries()) {
    if (placesOf(key).length < placesOf(block[rarest] ?? '').length) {
      rarest = index;
    }
  }
  let count = 0;
  for (const place of placesOf(block[rarest] ?? '')) {
    if (block.every((key, index) => key === currentKeys[place - rarest + index])) {
      count++;
      if (count > 1) {
        return false;
      }
    }
  }
  return count === 1;
}
