import * as vscode from 'vscode';
import type { Deadline } from '../withinTime.ts';

/** Folders of code that nobody wrote here; what git ignores is sorted out when a file is read. */
const foreignFolders =
  '**/{node_modules,bower_components,vendor,dist,build,out,coverage,.git,.next,.nuxt,.svelte-kit}/**';
const mostFound = 400;

/** Files of the workspace folder that match a glob, those with the shortest way from a folder first. */
export async function nearestFiles(
  glob: string,
  folder: vscode.Uri,
  deadline: Deadline,
): Promise<readonly vscode.Uri[]> {
  const root = vscode.workspace.getWorkspaceFolder(folder);
  if (root === undefined) return [];
  const found = await deadline.within(
    vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), foreignFolders, mostFound),
  );
  const from = folder.path.split('/');
  return [...(found ?? [])]
    .map((uri) => ({ uri, way: wayTo(uri.path.split('/').slice(0, -1), from) }))
    .sort((one, other) => one.way - other.way || (one.uri.path < other.uri.path ? -1 : 1))
    .map(({ uri }) => uri);
}

/** How many steps up and down lead from one folder to another. */
function wayTo(to: readonly string[], from: readonly string[]): number {
  const shared = to.findIndex((name, index) => name !== from[index]);
  const common = shared < 0 ? to.length : shared;
  return to.length - common + (from.length - common);
}
