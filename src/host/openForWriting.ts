import * as vscode from 'vscode';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Failure, FailureOf } from '../core/failure.ts';
import type { SourceFile } from '../core/task.ts';
import type { Renames } from './renames.ts';
import { isReadOnly } from './writability.ts';
import { checkPlace, placeOfNewFile } from './writablePlace.ts';

/** A file that may be written, and the hunks that shall be. */
export type WritableFile =
  | {
      readonly kind: 'edit' | 'delete';
      readonly document: vscode.TextDocument;
      readonly baseText: string;
      readonly hunks: readonly Hunk[];
    }
  | {
      readonly kind: 'create';
      readonly uri: vscode.Uri;
      /** What is there already, against expectation; null when the place is free. */
      readonly presentText: string | null;
      readonly hunks: readonly Hunk[];
    };

/**
 * Finds and opens what hunks of one path are to be written to, or says why not. A document that was closed is read
 * again; one that was renamed in VS Code is followed.
 *
 * @param files the frozen files of the task, the one that it is about first
 */
export async function openForWriting(
  path: string,
  hunks: readonly Hunk[],
  files: readonly SourceFile[],
  renames: Renames,
): Promise<WritableFile | Failure> {
  const file = files.find((each) => each.path === path);
  if (file === undefined) return await openNew(path, hunks, files, renames);
  const uri = await presentUri(vscode.Uri.parse(file.uri), renames);
  // The task's own file was chosen by the person; any other one was named by a model.
  const refused = file === files[0] ? null : await checkPlace(path, uri);
  if (refused !== null) return refused;
  const document = await openCurrent(uri);
  if (document === null) return { kind: 'document-gone', path };
  if (await isReadOnly(uri)) return { kind: 'read-only', path };
  const kind = hunks.some((hunk) => hunk.change === 'delete') ? 'delete' : 'edit';
  return { kind, document, baseText: file.text, hunks };
}

async function openNew(
  path: string,
  hunks: readonly Hunk[],
  files: readonly SourceFile[],
  renames: Renames,
): Promise<WritableFile | Failure> {
  const [taskFile] = files;
  const notInTask: FailureOf<'path-refused'> = { kind: 'path-refused', path, reason: 'not-in-task' };
  if (taskFile === undefined || hunks.some((hunk) => hunk.change !== 'create')) return notInTask;
  const place = await placeOfNewFile(path, await presentUri(vscode.Uri.parse(taskFile.uri), renames));
  if ('kind' in place) return place;
  if (vscode.workspace.fs.isWritableFileSystem(place.scheme) === false) return { kind: 'read-only', path };
  const present = await openCurrent(place);
  return { kind: 'create', uri: place, presentText: present === null ? null : present.getText(), hunks };
}

/**
 * Where a file is now. What stands at its own place is it, even if another file was there earlier and went elsewhere:
 * a rename is only followed away from a place that is empty.
 */
async function presentUri(uri: vscode.Uri, renames: Renames): Promise<vscode.Uri> {
  return (await openCurrent(uri)) === null ? renames.currentUri(uri) : uri;
}

/** The document as it is now, or null when there is none any more. */
async function openCurrent(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  // Opening an untitled document that was closed would make a new, empty one.
  if (uri.scheme === 'untitled') return open ?? null;
  if (open?.isDirty === true) return open;
  try {
    await vscode.workspace.fs.stat(uri);
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // An open document of a provider without files is as good as its buffer; a file that is gone is gone.
    return open !== undefined && uri.scheme !== 'file' ? open : null;
  }
}
