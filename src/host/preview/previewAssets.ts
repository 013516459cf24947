import * as vscode from 'vscode';
import type { PreviewAssets } from '../../app/preview/previewPorts.ts';
import { isPackagePath } from '../../core/preview/packagePath.ts';
import type { SourceFile } from '../../core/task.ts';
import { whyUntrusted } from '../trust.ts';
import { readablePlace } from '../workspaceReading/readablePlace.ts';
import { readPackageFile } from './packageFile.ts';

/** Larger than any style sheet or picture that a page should carry, in bytes. */
const largestFile = 2 * 1024 * 1024;

/** The workspace's files for previewed pages, under the rules of what models may read, and installed packages' code. */
export const previewAssets: PreviewAssets = { read };

async function read(path: string, near: SourceFile): Promise<Uint8Array | null> {
  if (whyUntrusted() !== null) return null;
  if (isPackagePath(path)) return await readPackageFile(path, near);
  const place = await readablePlace(path, near);
  if ('refused' in place || place.isFolder) return null;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === place.uri.toString());
  if (open !== undefined) return new TextEncoder().encode(open.getText());
  try {
    if ((await vscode.workspace.fs.stat(place.uri)).size > largestFile) return null;
    return await vscode.workspace.fs.readFile(place.uri);
  } catch {
    // Gone or locked meanwhile.
    return null;
  }
}
