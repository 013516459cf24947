import * as vscode from 'vscode';
import type { Failure } from '../core/failure.ts';
import type { ActionId } from '../shared/comparisonView.ts';
import { describeFailure } from './failureSentences.ts';

/** Tells a failure as a notification, with what helps as its buttons. */
export async function tellFailure(failure: Failure, perform: (action: ActionId) => Promise<void>): Promise<void> {
  const notice = describeFailure(failure, null);
  const chosen = await vscode.window.showWarningMessage(
    notice.sentence,
    ...notice.actions.map((action) => action.label),
  );
  const action = notice.actions.find(({ label }) => label === chosen);
  if (action !== undefined) await perform(action.id);
}
