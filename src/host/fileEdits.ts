import * as vscode from 'vscode';
import { composeText } from '../core/diff/compose.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import { withLineEnding } from '../core/diff/lines.ts';
import { type Rebased, rebaseHunks } from '../core/diff/rebase.ts';
import type { WritableFile } from './openForWriting.ts';
import { replacementsFor } from './textReplacements.ts';

/** Adds what makes a file's hunks real, on its text as it is now. Never replaces what the person wrote meanwhile. */
export function addFileEdit(edit: vscode.WorkspaceEdit, file: WritableFile): Rebased {
  switch (file.kind) {
    case 'edit': {
      const text = file.document.getText();
      const rebased = rebaseHunks(file.baseText, text, file.hunks);
      for (const { start, end, text: replacement } of replacementsFor(text, rebased.landed)) {
        const range = new vscode.Range(file.document.positionAt(start), file.document.positionAt(end));
        edit.replace(file.document.uri, range, replacement);
      }
      return rebased;
    }
    case 'delete':
      if (file.document.isDirty || !isSame(file.document.getText(), file.baseText)) return missedAll(file.hunks);
      edit.deleteFile(file.document.uri, { ignoreIfNotExists: true });
      return { landed: file.hunks, alreadyThere: [], missed: [] };
    case 'create': {
      const text = composeText('', file.hunks);
      if (file.presentText !== null) {
        return isSame(file.presentText, text)
          ? { landed: [], alreadyThere: file.hunks, missed: [] }
          : missedAll(file.hunks);
      }
      edit.createFile(file.uri, { contents: new TextEncoder().encode(text) });
      return { landed: file.hunks, alreadyThere: [], missed: [] };
    }
  }
}

function missedAll(hunks: readonly Hunk[]): Rebased {
  return { landed: [], alreadyThere: [], missed: hunks };
}

/** Whether two texts say the same, whatever their line endings. */
function isSame(one: string, other: string): boolean {
  return withLineEnding(one, '\n') === withLineEnding(other, '\n');
}
