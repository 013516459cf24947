import { byPlace } from './compose.ts';
import type { Hunk } from './hunk.ts';
import { isTerminated } from './lines.ts';
import { linesAddedAbove, linesAddedUpTo, type RebaseTexts, touchesNear } from './rebaseTexts.ts';

/** Whole lines of both texts of a rebase, with the hunks that miss there. Half-open. */
export interface ConflictRegion {
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly currentStart: number;
  readonly currentEnd: number;
  readonly hunks: readonly Hunk[];
}

/**
 * The smallest regions that have the missed hunks and the changes touching them, from top to bottom. Those that touch
 * are one, so that there is an unchanged line between any two.
 */
export function conflictRegions(texts: RebaseTexts, missed: readonly Hunk[]): readonly ConflictRegion[] {
  const spans: { start: number; end: number; readonly hunks: Hunk[] }[] = [];
  for (const hunk of missed.toSorted(byPlace)) {
    const touches = touchesNear(texts, hunk.baseStart, hunk.baseEnd);
    const end = Math.max(hunk.baseEnd, touches.at(-1)?.baseEnd ?? 0);
    const start = withLineAbove(texts, Math.min(hunk.baseStart, touches[0]?.baseStart ?? hunk.baseStart));
    const before = spans.at(-1);
    if (before !== undefined && start <= before.end) {
      before.start = Math.min(before.start, start);
      before.end = Math.max(before.end, end);
      before.hunks.push(hunk);
    } else {
      spans.push({ start, end, hunks: [hunk] });
    }
  }
  return spans.map(({ start, end, hunks }) => ({
    baseStart: start,
    baseEnd: end,
    currentStart: start + linesAddedAbove(texts, start),
    currentEnd: end + linesAddedUpTo(texts, end),
    hunks,
  }));
}

/** What comes below a last line without its end would stick to it, and so takes it along. */
function withLineAbove(texts: RebaseTexts, start: number): number {
  const currentStart = start + linesAddedAbove(texts, start);
  const sticks = currentStart === texts.currentLines.length && !isTerminated(texts.currentText);
  return sticks && currentStart > 0 ? start - 1 : start;
}

/**
 * Whether a hunk of the current text cannot be applied beside whatever a region is resolved to: it is in it, or which of
 * the two comes first would be a guess.
 */
export function meetsRegion(placed: Hunk, { currentStart, currentEnd }: ConflictRegion): boolean {
  const isSamePoint = placed.baseStart === placed.baseEnd && currentStart === currentEnd;
  return isSamePoint
    ? placed.baseStart === currentStart
    : placed.baseStart < currentEnd && currentStart < placed.baseEnd;
}
