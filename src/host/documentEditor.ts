import * as vscode from 'vscode';
import type { ApplyResult, DocumentEditor } from '../app/ports.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Failure } from '../core/failure.ts';
import type { SourceFile } from '../core/task.ts';
import { addFileEdit } from './fileEdits.ts';
import { openForWriting, type WritableFile } from './openForWriting.ts';
import type { Renames } from './renames.ts';
import { whyUntrusted } from './trust.ts';

/**
 * Writes accepted hunks through VS Code: all files in one edit, which one Undo takes back, into the buffers as they are
 * at that moment. Nothing is saved, shown or scrolled. A file that cannot be written means that none is.
 */
export function createDocumentEditor(renames: Renames): DocumentEditor {
  return {
    async apply(files, hunks) {
      const untrusted = whyUntrusted();
      if (untrusted !== null) return { kind: 'failed', failure: untrusted };
      const first = await applyOnce(files, hunks, renames);
      // Someone may have typed between our look at the text and VS Code's; then it is looked at anew, once.
      return first ?? (await applyOnce(files, hunks, renames)) ?? rejected(hunks);
    },
  };
}

/** Null when VS Code did not take the edit. */
async function applyOnce(
  files: readonly SourceFile[],
  hunks: readonly Hunk[],
  renames: Renames,
): Promise<ApplyResult | null> {
  const writable = await openAll(files, hunks, renames);
  if ('kind' in writable) return { kind: 'failed', failure: writable };
  // From here to `applyEdit` nothing is awaited: the edit belongs to the texts and versions that are there now.
  const edit = new vscode.WorkspaceEdit();
  const results = writable.map((file) => addFileEdit(edit, file));
  const landed = results.flatMap((result) => result.landed);
  // Not `edit.size`, which counts no file that is only created or deleted.
  if (landed.length > 0 && !(await vscode.workspace.applyEdit(edit))) return null;
  return {
    kind: 'applied',
    landed,
    alreadyThere: results.flatMap(({ alreadyThere }) => alreadyThere),
    missed: results.flatMap(({ missed }) => missed),
  };
}

async function openAll(
  files: readonly SourceFile[],
  hunks: readonly Hunk[],
  renames: Renames,
): Promise<readonly WritableFile[] | Failure> {
  const writable: WritableFile[] = [];
  for (const path of new Set(hunks.map((hunk) => hunk.path))) {
    const own = hunks.filter((hunk) => hunk.path === path);
    const file = await openForWriting(path, own, files, renames);
    if (!('hunks' in file)) return file;
    writable.push(file);
  }
  return writable;
}

function rejected(hunks: readonly Hunk[]): ApplyResult {
  return { kind: 'failed', failure: { kind: 'edit-rejected', path: hunks[0]?.path ?? '' } };
}
