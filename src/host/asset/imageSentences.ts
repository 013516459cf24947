import * as vscode from 'vscode';
import type { Contender } from '../../core/contender.ts';
import type { Failure } from '../../core/failure.ts';
import type { NoticeView } from '../../shared/comparisonView.ts';
import { describeFailure } from '../failureSentences.ts';

/** What a person reads about a failure of a picture: as of any answer, but where that would speak of edits. */
export function describeImageFailure(failure: Failure, contender: Contender | null): NoticeView {
  const notice = describeFailure(failure, contender);
  if (failure.kind !== 'truncated') return notice;
  const name = contender?.label ?? vscode.l10n.t('The model');
  const sentence = {
    output: vscode.l10n.t('{0} was cut off at the output limit, so its picture is incomplete.', name),
    context: vscode.l10n.t('{0} ran out of room for its answer, so its picture is incomplete.', name),
    size: vscode.l10n.t('{0} sent a larger picture than is taken.', name),
  }[failure.limit];
  return { ...notice, sentence };
}
