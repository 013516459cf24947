import * as vscode from 'vscode';
import type { WorkspaceName } from '../../app/ledgerPorts.ts';
import { workspaceId } from './workspaceId.ts';

/**
 * The window's workspace, as spend is counted by: its file, or else its first folder. Its id is salted by VS Code's
 * id of the machine, which all windows share from the start and nothing of ours ever writes. Null for a window without a
 * folder.
 */
export function currentWorkspace(): WorkspaceName | null {
  const { workspaceFile, workspaceFolders, name } = vscode.workspace;
  const place = workspaceFile ?? workspaceFolders?.[0]?.uri;
  if (place === undefined || name === undefined) return null;
  return { id: workspaceId(place.toString(), vscode.env.machineId), name };
}
