import { isLooseTier } from '../edits/matchTier.ts';
import { isProtected } from '../edits/protectedPaths.ts';
import { hasHiddenCharacters } from './hiddenCharacters.ts';
import type { Hunk } from './hunk.ts';
import { withoutTerminator } from './lines.ts';

/** Why a hunk has to be accepted by itself: nobody should take it in passing. */
export type CareReason = 'loose-match' | 'hidden-characters' | 'protected-file';

/** Why a hunk is never part of accepting a whole side, in the order of the type; empty when it may be. */
export function careReasons(hunk: Hunk): readonly CareReason[] {
  const reasons: CareReason[] = [];
  if (isLooseTier(hunk.tier)) {
    reasons.push('loose-match');
  }
  if (hunk.newLines.some((line) => hasHiddenCharacters(withoutTerminator(line)))) {
    reasons.push('hidden-characters');
  }
  if (isProtected(hunk.path) || (hunk.newPath !== null && isProtected(hunk.newPath))) {
    reasons.push('protected-file');
  }
  return reasons;
}
