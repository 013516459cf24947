import * as vscode from 'vscode';
import { documentPath } from './documentPath.ts';
import { watchPlace } from './placeWatch.ts';

/** Looks after files that Tiebreak made. */
export interface CreatedFiles extends vscode.Disposable {
  /** @param bytes what the file was made with */
  lookAfter(uri: vscode.Uri, bytes: Uint8Array): void;
}

interface CreatedFile {
  readonly uri: vscode.Uri;
  readonly made: Uint8Array;
  latest: Uint8Array;
  readonly watcher: vscode.Disposable;
}

/**
 * Keeps what was written into a created file later from going with its creation. VS Code's Undo of the creation deletes
 * the file whatever another program, or an editor that was closed since, has put into it (tried with VS Code 1.139);
 * that content is then written back. Deleting the file on purpose is left alone: VS Code announces that, and an Undo not.
 */
export function lookAfterCreatedFiles(): CreatedFiles {
  const files = new Map<string, CreatedFile>();
  const forget = (file: CreatedFile) => {
    file.watcher.dispose();
    files.delete(file.uri.toString());
  };
  const covered = (uris: readonly vscode.Uri[]) => [...files.values()].filter((file) => isCovered(file.uri, uris));
  const subscription = vscode.Disposable.from(
    vscode.workspace.onWillDeleteFiles((event) => covered(event.files).forEach(forget)),
    vscode.workspace.onWillRenameFiles((event) => covered(event.files.map(({ oldUri }) => oldUri)).forEach(forget)),
    vscode.workspace.onDidDeleteFiles(async (event) => {
      for (const { uri, made, latest } of covered(event.files)) {
        if (Buffer.compare(made, latest) !== 0) await writeBack(uri, latest);
      }
    }),
  );
  return {
    lookAfter(uri, bytes) {
      const former = files.get(uri.toString());
      if (former !== undefined) forget(former);
      const file: CreatedFile = {
        uri,
        made: bytes,
        latest: bytes,
        watcher: watchPlace(uri, async () => {
          const now = await read(uri);
          if (now !== null) file.latest = now;
        }),
      };
      files.set(uri.toString(), file);
    },
    dispose() {
      subscription.dispose();
      [...files.values()].forEach(forget);
    },
  };
}

function isCovered(uri: vscode.Uri, places: readonly vscode.Uri[]): boolean {
  return places.some((place) => uri.toString() === place.toString() || uri.path.startsWith(`${place.path}/`));
}

async function read(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}

async function writeBack(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  // Something else may stand there by now, which is newer still.
  if ((await read(uri)) !== null) return;
  await vscode.workspace.fs.writeFile(uri, bytes);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{0} was kept: it was changed after Tiebreak made it.', documentPath(uri)),
  );
}
