import * as vscode from 'vscode';
import type { FailureOf } from '../../core/failure.ts';
import { isImageFile } from '../images/imageFiles.ts';
import { type CapturedTask, captureTask } from '../taskFromEditor.ts';
import { targetOfArguments } from '../taskTarget.ts';
import { whyUntrusted } from '../trust.ts';

/** From where an interface is asked for, frozen as it was then. */
export interface UiOrigin {
  /** The file and what is selected in it, with an instruction that is still to come; null when there is no file. */
  readonly captured: CapturedTask | null;
  /** Whether the person pointed at the file as a whole, instead of merely having it open. */
  readonly isPointedAt: boolean;
  /** Whether it was chosen in the explorer. */
  readonly isFromExplorer: boolean;
  /** Pictures that it is asked from. */
  readonly images: readonly vscode.Uri[];
  /** Where a new file goes; null when no folder is open. */
  readonly folder: vscode.Uri | null;
}

/**
 * Makes out from where the command was called. An editor that is merely open and cannot be sent is no hindrance, since
 * an instruction alone is enough; a file that the person pointed at is.
 */
export async function readUiOrigin(
  commandArguments: readonly unknown[],
): Promise<UiOrigin | FailureOf<'untrusted-workspace'> | FailureOf<'document-unsuitable'>> {
  const untrusted = whyUntrusted();
  if (untrusted !== null) return untrusted;
  const [first] = commandArguments;
  if (first instanceof vscode.Uri && (await isFolder(first))) {
    return { captured: null, isPointedAt: false, isFromExplorer: true, images: [], folder: first };
  }
  const images = imagesOf(commandArguments);
  const [image] = images;
  if (image !== undefined) {
    const folder = vscode.Uri.joinPath(image, '..');
    return { captured: null, isPointedAt: false, isFromExplorer: true, images, folder };
  }
  const isPointedAt = first instanceof vscode.Uri;
  const target = targetOfArguments(commandArguments);
  const captured = await captureTask('ui', () => '', target);
  const isUnsuitable = 'kind' in captured;
  if (isUnsuitable && (isPointedAt || captured.kind === 'untrusted-workspace')) return captured;
  const [onlyFolder] = vscode.workspace.workspaceFolders ?? [];
  const file = isUnsuitable ? null : captured;
  const isInside = file !== null && vscode.workspace.getWorkspaceFolder(file.document.uri) !== undefined;
  return {
    captured: file,
    isPointedAt,
    isFromExplorer: target.kind === 'file',
    images: [],
    folder: isInside ? vscode.Uri.joinPath(file.document.uri, '..') : (onlyFolder?.uri ?? null),
  };
}

/** The pictures that the command was called on; the explorer gives all selected files beside the one pointed at. */
function imagesOf([first, selected]: readonly unknown[]): readonly vscode.Uri[] {
  if (!(first instanceof vscode.Uri) || !isImageFile(first)) return [];
  const all: readonly unknown[] = Array.isArray(selected) ? selected : [];
  const others = all.filter(
    (uri) => uri instanceof vscode.Uri && isImageFile(uri) && uri.toString() !== first.toString(),
  );
  return [first, ...others.filter((uri) => uri instanceof vscode.Uri)];
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
