import * as vscode from 'vscode';
import type { FileOperation, FilePlan } from './filePlan.ts';

/**
 * Puts the plans of all files into one edit, which one Undo takes back.
 *
 * The order is what makes it one: VS Code carries an edit out in groups of its kinds and undoes the groups backwards.
 * Text of files that stay comes first, since that is where VS Code checks that nobody typed meanwhile: then nothing of
 * the edit has happened yet. A renamed file's own text comes last, at its new place: changed before the rename, it would
 * be left dirty by Undo (tried with VS Code 1.139).
 *
 * @param newContents the bytes of each file to be made, by its URI
 */
export function workspaceEdit(
  plans: readonly FilePlan[],
  newContents: ReadonlyMap<string, Uint8Array>,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const renamed = plans.filter(({ operation }) => operation?.kind === 'rename');
  for (const plan of plans) {
    if (!renamed.includes(plan)) addText(edit, plan, null);
  }
  // Undone in this same order, so none may stand in another's way.
  for (const kind of ['rename', 'create', 'delete'] as const) {
    for (const { operation } of plans) {
      if (operation?.kind === kind) addOperation(edit, operation, newContents);
    }
  }
  for (const plan of renamed) {
    if (plan.operation?.kind === 'rename') addText(edit, plan, plan.operation.to);
  }
  return edit;
}

function addText(edit: vscode.WorkspaceEdit, { text }: FilePlan, place: vscode.Uri | null): void {
  if (text === null) return;
  const { document, replacements } = text;
  for (const { start, end, text: replacement } of replacements) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(place ?? document.uri, range, replacement);
  }
}

function addOperation(
  edit: vscode.WorkspaceEdit,
  operation: FileOperation,
  newContents: ReadonlyMap<string, Uint8Array>,
): void {
  switch (operation.kind) {
    case 'rename':
      edit.renameFile(operation.from, operation.to);
      break;
    case 'create':
      edit.createFile(operation.uri, {
        contents: newContents.get(operation.uri.toString()) ?? new TextEncoder().encode(operation.text),
      });
      break;
    case 'delete':
      edit.deleteFile(operation.uri, { ignoreIfNotExists: true });
      break;
  }
}
