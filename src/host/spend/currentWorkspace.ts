import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { WorkspaceName } from '../../app/ledgerPorts.ts';

/**
 * The window's workspace, as spend is counted by: its file, or else its first folder. The id is a hash, since a path can
 * tell whose machine it is. Null for a window without a folder.
 */
export function currentWorkspace(): WorkspaceName | null {
  const { workspaceFile, workspaceFolders, name } = vscode.workspace;
  const place = workspaceFile ?? workspaceFolders?.[0]?.uri;
  if (place === undefined || name === undefined) return null;
  return { id: createHash('sha256').update(place.toString()).digest('hex').slice(0, 16), name };
}
