import * as vscode from 'vscode';
import type { Hunk } from '../core/diff/hunk.ts';
import { rebaseHunks } from '../core/diff/rebase.ts';
import type { FilePlan } from './filePlan.ts';
import { replaced, replacementsFor } from './textReplacements.ts';

/** Looks after the text of files that are renamed and changed in one edit. */
interface RenamedTexts {
  /** Puts right what was written in the wrong place; gives the hunks that have no place any more. */
  settle(): Promise<readonly Hunk[]>;
  dispose(): void;
}

/**
 * Notices what is typed, or written by another extension's answer to the rename, between our look at a file and the
 * moment when its changes arrive at its new place: there VS Code does not check the version of the text. Starts to listen
 * at once.
 */
export function watchRenamedTexts(plans: readonly FilePlan[]): RenamedTexts {
  const watched = plans.flatMap((plan) => watchRenamedText(plan) ?? []);
  return {
    async settle() {
      const missed: Hunk[] = [];
      for (const each of watched) missed.push(...(await each.settle()));
      return missed;
    },
    dispose() {
      for (const each of watched) each.dispose();
    },
  };
}

function watchRenamedText({ text, operation }: FilePlan): RenamedTexts | null {
  if (text === null || operation?.kind !== 'rename') return null;
  const places = [operation.from.toString(), operation.to.toString()];
  /** The text before our changes arrived, and after; the latter null until then. */
  let before = text.before;
  let after: string | null = null;
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (after !== null || !places.includes(document.uri.toString()) || contentChanges.length === 0) return;
    // What changes first at the new place is ours: VS Code goes straight on from the rename to it. Its ranges tell
    // nothing, since in the active editor VS Code makes them smaller.
    if (document.uri.toString() === operation.to.toString()) after = document.getText();
    else before = document.getText();
  });
  return {
    async settle() {
      if (after === null || before === text.before) return [];
      const document = await vscode.workspace.openTextDocument(operation.to);
      const misplaced = document.getText();
      // What was typed since stays where it is, and Undo takes the rest back.
      if (misplaced !== after) return [];
      const rebased = rebaseHunks(text.before, before, text.placed);
      const right = replaced(before, replacementsFor(before, rebased.landed));
      const edit = new vscode.WorkspaceEdit();
      const whole = new vscode.Range(document.positionAt(0), document.positionAt(misplaced.length));
      if (right !== misplaced) edit.replace(document.uri, whole, right);
      await vscode.workspace.applyEdit(edit);
      const ids = new Set(rebased.missed.map(({ id }) => id));
      return text.placed.filter(({ id }) => ids.has(id));
    },
    dispose: () => subscription.dispose(),
  };
}
