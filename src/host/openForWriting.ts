import * as vscode from 'vscode';
import type { ApplyRequest } from '../app/ports.ts';
import { composeText } from '../core/diff/compose.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Failure, FailureOf } from '../core/failure.ts';
import type { SourceFile } from '../core/task.ts';
import { isTaken, openPresent, presentUri } from './presentDocument.ts';
import type { Renames } from './renames.ts';
import { isFolderLocked, isReadOnly } from './writability.ts';
import { checkPlace, placeOfNewFile } from './writablePlace.ts';

/** A file that may be written, and the hunks that shall be. It is chosen when the person, not a model, named it. */
export type WritableFile =
  | {
      readonly kind: 'edit';
      readonly path: string;
      readonly isChosen: boolean;
      readonly document: vscode.TextDocument;
      readonly baseText: string;
      readonly hunks: readonly Hunk[];
      /** Where the file is to go as well; null when it stays. */
      readonly rename: WritableRename | null;
    }
  | {
      readonly kind: 'delete';
      readonly path: string;
      readonly isChosen: boolean;
      /** Null when the file is gone already. */
      readonly document: vscode.TextDocument | null;
      readonly baseText: string;
      readonly hunks: readonly Hunk[];
    }
  | {
      readonly kind: 'create';
      readonly path: string;
      readonly isChosen: boolean;
      readonly uri: vscode.Uri;
      /** What it is to say. */
      readonly text: string;
      /** What is there already, against expectation; null when the place is free. */
      readonly presentText: string | null;
      readonly hunks: readonly Hunk[];
    };

/** A rename that was accepted. */
interface WritableRename {
  readonly hunk: Hunk;
  readonly target: vscode.Uri;
  /** `done` when the file is there already, `blocked` when something else is or the document is no file. */
  readonly state: 'free' | 'done' | 'blocked';
}

/**
 * Finds and opens what hunks of one path are to be written to, or says why not. A document that was closed is read
 * again; one that was renamed in VS Code is followed.
 *
 * @param sources the frozen files that hunks can be against, and the one that the task is about
 */
export async function openForWriting(
  path: string,
  hunks: readonly Hunk[],
  sources: Pick<ApplyRequest, 'own' | 'files'>,
  renames: Renames,
): Promise<WritableFile | Failure> {
  const { own, files } = sources;
  const file = files.find((each) => each.path === path);
  if (file === undefined) return await openNew(path, hunks, own, renames);
  const uri = await presentUri(vscode.Uri.parse(file.uri), renames);
  const isChosen = file.uri === own.uri;
  const refused = isChosen ? null : await checkPlace(path, uri);
  if (refused !== null) return refused;
  const isDelete = hunks.some(({ change }) => change === 'delete');
  const document = await openPresent(uri);
  if (document === null && !isDelete) return { kind: 'document-gone', path };
  if (document === null || isDelete) {
    const isLocked = document !== null && ((await isReadOnly(document)) || (await isFolderLocked(uri)));
    return isLocked
      ? { kind: 'read-only', path }
      : { kind: 'delete', path, isChosen, document, baseText: file.text, hunks };
  }
  if (await isReadOnly(document)) return { kind: 'read-only', path };
  const rename = await openRename(file, hunks, document, own);
  if (rename !== null && 'kind' in rename) return rename;
  return {
    kind: 'edit',
    path,
    isChosen,
    document,
    baseText: file.text,
    hunks: hunks.filter(({ change }) => change !== 'rename'),
    rename,
  };
}

async function openRename(
  source: SourceFile,
  hunks: readonly Hunk[],
  document: vscode.TextDocument,
  own: SourceFile,
): Promise<WritableRename | Failure | null> {
  const hunk = hunks.find(({ change }) => change === 'rename');
  if (hunk === undefined || hunk.newPath === null) return null;
  const target = await placeOfNewFile(hunk.newPath, vscode.Uri.parse(own.uri));
  if ('kind' in target) return target;
  const { uri } = document;
  if (uri.toString() === target.toString()) return { hunk, target, state: 'done' };
  // Of two names, one from the person meanwhile and one from a model, the person's stands.
  const isMoved = uri.toString() !== vscode.Uri.parse(source.uri).toString();
  if (isMoved || document.isUntitled || (await isTaken(target))) return { hunk, target, state: 'blocked' };
  if (await isFolderLocked(uri)) return { kind: 'read-only', path: source.path };
  if (await isFolderLocked(target)) return { kind: 'read-only', path: hunk.newPath };
  return { hunk, target, state: 'free' };
}

async function openNew(
  path: string,
  hunks: readonly Hunk[],
  own: SourceFile,
  renames: Renames,
): Promise<WritableFile | Failure> {
  const notInTask: FailureOf<'path-refused'> = { kind: 'path-refused', path, reason: 'not-in-task' };
  if (hunks.some((hunk) => hunk.change !== 'create')) return notInTask;
  // The person may have chosen a path that an answer has a file for as well: one would be written behind the other.
  if (hunks.length > 1) return { kind: 'path-refused', path, reason: 'made-twice' };
  const place = await placeOfNewFile(path, await presentUri(vscode.Uri.parse(own.uri), renames));
  if ('kind' in place) return place;
  if (vscode.workspace.fs.isWritableFileSystem(place.scheme) === false) return { kind: 'read-only', path };
  const present = await openPresent(place);
  if (present === null && (await isFolderLocked(place))) return { kind: 'read-only', path };
  const presentText = present === null ? null : present.getText();
  return { kind: 'create', path, isChosen: false, uri: place, text: composeText('', hunks), presentText, hunks };
}
