import * as vscode from 'vscode';
import type { QuickFixArgument } from './taskTarget.ts';

/**
 * Offers the comparison in the lightbulb of every diagnostic, in every language. Nothing is looked up here: the
 * diagnostics come with the question, and all that is made is one menu entry. In Restricted Mode the entry stays, and
 * choosing it says why nothing is sent, which is more than a missing entry would tell.
 */
export function registerQuickFix(): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, context) {
      const [first] = context.diagnostics;
      if (first === undefined) return [];
      const title = vscode.l10n.t('Compare fix with both models');
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      const whole = context.diagnostics.reduce((union, diagnostic) => union.union(diagnostic.range), first.range);
      const argument: QuickFixArgument = {
        uri: document.uri,
        range: whole.intersection(range) === undefined ? range : whole,
        message: context.diagnostics.map((diagnostic) => diagnostic.message).join('\n'),
      };
      action.command = { command: 'tiebreak.compareFix', title, arguments: [argument] };
      action.diagnostics = [...context.diagnostics];
      return [action];
    },
  };
  return vscode.languages.registerCodeActionsProvider('*', provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}
