import type { Comparison } from '../core/comparison.ts';
import { agree } from '../core/diff/alignment.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import { sides } from '../core/side.ts';
import type { TurnServices } from './answerTurn.ts';
import type { AcceptedChanges } from './ledgerPorts.ts';

/** Tells the ledger what of each side's answer was written. @param landed the hunks that were written */
export async function recordAccepted(
  comparison: Comparison,
  landed: readonly Hunk[],
  { ledger, clock, newId, workspace }: Pick<TurnServices, 'ledger' | 'clock' | 'newId' | 'workspace'>,
): Promise<void> {
  const acceptedAt = clock.now();
  const changes = acceptedChanges(comparison, landed);
  await ledger.recordAccepted(changes.map((change) => ({ ...change, changeId: newId(), workspace, acceptedAt })));
}

/**
 * What of each side's answer was written, for sides of which anything was. A hunk that both models proposed counts for
 * both: each of them would have brought the person that change.
 *
 * @param landed the hunks that were written
 */
function acceptedChanges(
  comparison: Comparison,
  landed: readonly Hunk[],
): readonly Omit<AcceptedChanges, 'changeId' | 'workspace' | 'acceptedAt'>[] {
  return sides.flatMap((side) => {
    const { contender, hunks } = comparison[side];
    const count = hunks.filter((hunk) => landed.some((other) => other.id === hunk.id || agree(hunk, other))).length;
    if (count === 0) return [];
    const { provider, model, scripted } = contender;
    const change = { side, provider, model, scripted, hunks: count };
    return [{ comparisonId: comparison.id, taskKind: comparison.task.kind, ...change }];
  });
}
