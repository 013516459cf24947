import type * as vscode from 'vscode';
import type { SourceFile } from '../../../core/task.ts';
import { documentPath } from '../../documentPath.ts';
import { openReadable } from '../../readableDocument.ts';
import { sourceFile } from '../../taskFromEditor.ts';
import { readablePlace } from '../../workspaceReading/readablePlace.ts';

/** A file of the workspace that models may see, or null: not there, ignored, left out by settings, secret, too large. */
export async function readableSource(uri: vscode.Uri): Promise<SourceFile | null> {
  const place = await readablePlace(documentPath(uri), { uri: uri.toString() });
  if ('refused' in place || place.isFolder) return null;
  const document = await openReadable(place.uri);
  return 'kind' in document ? null : sourceFile(document);
}
