import * as vscode from 'vscode';
import type { Contender } from '../../core/contender.ts';
import type { Failure, FailureOf } from '../../core/failure.ts';
import type { NoticeView } from '../../shared/comparisonView.ts';
import { describeFailure } from '../failureSentences.ts';
import { budgetSentence } from '../moneySentences.ts';

/** What a person reads about a failure of a picture: as of any answer, but where that would speak of a comparison. */
export function describeImageFailure(failure: Failure, contender: Contender | null): NoticeView {
  const notice = describeFailure(failure, contender);
  const actions = notice.actions.map((action) =>
    action.id === 'allow-over-budget' ? { ...action, label: vscode.l10n.t('Go over it for this image') } : action,
  );
  return { ...notice, sentence: ownSentence(failure, contender) ?? notice.sentence, actions };
}

function ownSentence(failure: Failure, contender: Contender | null): string | null {
  switch (failure.kind) {
    case 'truncated':
      return cutOffSentence(failure, contender?.label ?? vscode.l10n.t('The model'));
    case 'budget-reached':
    case 'budget-unpriced':
    case 'budget-unknown':
      return failure.period === 'comparison' ? budgetSentence(failure, 'image', contender?.label ?? null) : null;
    default:
      return null;
  }
}

function cutOffSentence({ limit }: FailureOf<'truncated'>, name: string): string {
  return {
    output: vscode.l10n.t('{0} was cut off at the output limit, so its picture is incomplete.', name),
    context: vscode.l10n.t('{0} ran out of room for its answer, so its picture is incomplete.', name),
    size: vscode.l10n.t('{0} sent a larger picture than is taken.', name),
  }[limit];
}
