import * as vscode from 'vscode';
import { type Comparison, conflictsIn } from '../core/comparison.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Outcome } from '../core/outcome.ts';
import type { ActionId, NoticeView } from '../shared/comparisonView.ts';
import { labelAction } from './actionLabels.ts';
import { describeFailure } from './failureSentences.ts';

/** What a person reads about what their last decision came to, or null when nothing is decided. */
export function describeOutcome(comparison: Comparison): NoticeView | null {
  return comparison.outcome === null ? null : describe(comparison.outcome, comparison);
}

function describe(outcome: Outcome, comparison: Comparison): NoticeView {
  switch (outcome.kind) {
    case 'applied':
      return { tone: 'success', sentence: appliedSentence(outcome.landed, outcome.alreadyThere), actions: [] };
    case 'partly-applied':
      return {
        tone: 'warning',
        sentence: partlySentence(outcome.landed, outcome.missed, openConflictCount(comparison, outcome.missed)),
        actions: actionsOf(['copy-patch', 'open-file']),
      };
    case 'not-applied': {
      const { failure } = outcome;
      const conflicts = failure.kind === 'document-changed' ? openConflictCount(comparison, null) : 0;
      if (conflicts === 0) return describeFailure(failure, null);
      return { tone: 'warning', sentence: conflictSentence(conflicts), actions: actionsOf(['open-file']) };
    }
    case 'declined':
      return {
        tone: 'information',
        sentence: vscode.l10n.t('Neither was right. Nothing was changed.'),
        actions: actionsOf(['take-back']),
      };
  }
}

function actionsOf(ids: readonly ActionId[]): NoticeView['actions'] {
  return ids.map((id) => ({ id, label: labelAction(id, null) }));
}

/** How many places are for the person to decide, of those where these hunks are; null for all hunks. */
function openConflictCount(comparison: Comparison, missed: readonly Hunk[] | null): number {
  const open = conflictsIn(comparison).filter(({ resolution }) => resolution === null);
  if (missed === null) return open.length;
  const ids = new Set(missed.map(({ id }) => id));
  return open.filter(({ hunkIds }) => hunkIds.some((id) => ids.has(id))).length;
}

function appliedSentence(landed: number, alreadyThere: number): string {
  if (landed === 0 && alreadyThere === 0) return vscode.l10n.t('Your own lines stay, so nothing had to change.');
  if (landed === 0) return vscode.l10n.t('The code already says the same, so nothing had to change.');
  if (landed === 1) return vscode.l10n.t('1 hunk applied. One Undo in the editor takes it back.');
  return vscode.l10n.t('{0} hunks applied. One Undo in the editor takes them back.', landed);
}

function conflictSentence(conflicts: number): string {
  return conflicts === 1
    ? vscode.l10n.t('Nothing was written: 1 place meets your own changes. Decide below which lines to keep.')
    : vscode.l10n.t(
        'Nothing was written: {0} places meet your own changes. Decide below which lines to keep.',
        conflicts,
      );
}

function partlySentence(landed: number, missed: readonly Hunk[], conflicts: number): string {
  if (conflicts === 1) {
    return vscode.l10n.t('{0} applied; 1 place meets your own changes. Decide below which lines to keep.', landed);
  }
  if (conflicts > 1) {
    return vscode.l10n.t(
      '{0} applied; {1} places meet your own changes. Decide below which lines to keep.',
      landed,
      conflicts,
    );
  }
  const [only, another] = missed;
  if (only !== undefined && another === undefined) return onlyMissedSentence(landed, only);
  return vscode.l10n.t(
    '{0} applied; {1} hunks no longer fit, because the code there changed meanwhile.',
    landed,
    missed.length,
  );
}

function onlyMissedSentence(landed: number, { change, path, newPath }: Hunk): string {
  switch (change) {
    case 'edit':
      return vscode.l10n.t('{0} applied; 1 hunk no longer fits, because the code there changed meanwhile.', landed);
    case 'create':
      return vscode.l10n.t('{0} applied; {1} was not made, because there is another file of that name.', landed, path);
    case 'delete':
      return vscode.l10n.t('{0} applied; {1} was not deleted, because it changed meanwhile.', landed, path);
    case 'rename':
      return vscode.l10n.t(
        '{0} applied; {1} was not renamed to {2}, because the one was moved or the other is taken.',
        landed,
        path,
        newPath ?? '',
      );
  }
}
