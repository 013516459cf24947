import * as vscode from 'vscode';
import type { DocumentWatch } from '../app/ports.ts';
import type { SourceFile } from '../core/task.ts';
import { watchPlace } from './placeWatch.ts';
import { openPresent, presentUri } from './presentDocument.ts';
import type { Renames } from './renames.ts';

/** Long enough for one keystroke's events, or one formatter's, to be one; too short to be waited for. In milliseconds. */
const burst = 100;

/**
 * Tells when files are no longer, or again, what they were: typed in, reverted, renamed or deleted in VS Code, or
 * changed on disk by anything else while they are closed. Texts are compared as they are.
 */
export function watchDocuments(renames: Renames): DocumentWatch & vscode.Disposable {
  const watches = new Set<FilesWatch>();
  const lookAt = (uri: vscode.Uri) => {
    for (const watch of watches) watch.lookAt(uri);
  };
  const lookAtAll = () => {
    for (const watch of watches) watch.lookAtAll();
  };
  const subscription = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => lookAt(document.uri)),
    // A document that is closed without saving says again what its file says.
    vscode.workspace.onDidCloseTextDocument((document) => lookAt(document.uri)),
    vscode.workspace.onDidDeleteFiles(lookAtAll),
    vscode.workspace.onDidRenameFiles(lookAtAll),
    vscode.workspace.onDidCreateFiles(lookAtAll),
  );
  return {
    watch(files, changed) {
      const watch = new FilesWatch(files, changed, renames);
      watches.add(watch);
      return {
        dispose() {
          watches.delete(watch);
          watch.dispose();
        },
      };
    },
    dispose() {
      subscription.dispose();
      for (const watch of watches) watch.dispose();
      watches.clear();
    },
  };
}

interface WatchedFile {
  readonly file: SourceFile;
  readonly uri: vscode.Uri;
  /** What was told last, or the text that it began with. */
  told: string | null;
}

/** Watches the files of one comparison. */
class FilesWatch {
  private readonly changed: (path: string, text: string | null) => void;
  private readonly renames: Renames;
  private readonly watched: readonly WatchedFile[];
  private readonly onDisk: readonly vscode.Disposable[];
  private readonly waiting = new Set<WatchedFile>();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private disposed = false;

  constructor(files: readonly SourceFile[], changed: (path: string, text: string | null) => void, renames: Renames) {
    this.changed = changed;
    this.renames = renames;
    this.watched = files.map((file) => ({ file, uri: vscode.Uri.parse(file.uri), told: file.text }));
    const withFiles = this.watched.filter(({ uri }) => uri.scheme !== 'untitled');
    this.onDisk = withFiles.map((each) => watchPlace(each.uri, () => this.expect([each])));
    this.lookAtAll();
  }

  lookAt(uri: vscode.Uri): void {
    const place = uri.toString();
    this.expect(
      this.watched.filter((each) => {
        return each.uri.toString() === place || this.renames.currentUri(each.uri).toString() === place;
      }),
    );
  }

  lookAtAll(): void {
    this.expect(this.watched);
  }

  dispose(): void {
    this.disposed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    for (const each of this.onDisk) each.dispose();
  }

  private expect(files: readonly WatchedFile[]): void {
    if (this.disposed || files.length === 0) return;
    for (const each of files) this.waiting.add(each);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // One look after the other, so that what is told last is what was seen last.
      this.looking = this.looking.then(() => this.look());
    }, burst);
  }

  private async look(): Promise<void> {
    const files = [...this.waiting];
    this.waiting.clear();
    for (const each of files) {
      const uri = await presentUri(each.uri, this.renames);
      const text = (await openPresent(uri))?.getText() ?? null;
      if (this.disposed) return;
      if (text === each.told) continue;
      each.told = text;
      this.changed(each.file.path, text);
    }
  }
}
