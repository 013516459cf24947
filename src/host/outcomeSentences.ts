import * as vscode from 'vscode';
import type { Comparison, Outcome } from '../core/comparison.ts';
import type { NoticeView } from '../shared/comparisonView.ts';
import { labelAction } from './actionLabels.ts';
import { describeFailure } from './failureSentences.ts';

/** What a person reads about what their last decision came to, or null when nothing is decided. */
export function describeOutcome(comparison: Comparison): NoticeView | null {
  return comparison.outcome === null ? null : describe(comparison.outcome);
}

function describe(outcome: Outcome): NoticeView {
  switch (outcome.kind) {
    case 'applied':
      return { tone: 'success', sentence: appliedSentence(outcome.landed), actions: [] };
    case 'partly-applied': {
      const missed = outcome.missed.length;
      return {
        tone: 'warning',
        sentence:
          missed === 1
            ? vscode.l10n.t(
                '{0} applied; 1 hunk no longer fits, because the code there changed meanwhile.',
                outcome.landed,
              )
            : vscode.l10n.t(
                '{0} applied; {1} hunks no longer fit, because the code there changed meanwhile.',
                outcome.landed,
                missed,
              ),
        actions: (['copy-patch', 'open-file'] as const).map((id) => ({ id, label: labelAction(id, null) })),
      };
    }
    case 'not-applied':
      return describeFailure(outcome.failure, null);
    case 'declined':
      return {
        tone: 'information',
        sentence: vscode.l10n.t('Neither was right. Nothing was changed.'),
        actions: [{ id: 'take-back', label: labelAction('take-back', null) }],
      };
  }
}

function appliedSentence(landed: number): string {
  if (landed === 0) return vscode.l10n.t('The code already says the same, so nothing had to change.');
  if (landed === 1) return vscode.l10n.t('1 hunk applied. One Undo in the editor takes it back.');
  return vscode.l10n.t('{0} hunks applied. One Undo in the editor takes them back.', landed);
}
