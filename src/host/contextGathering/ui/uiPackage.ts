import * as vscode from 'vscode';
import type { SourceFile } from '../../../core/task.ts';
import { isTailwindConfig, type UiProject, uiProject } from '../../../core/ui/uiProject.ts';
import { readableSource } from './readableSource.ts';

/** The package that an interface is made in. */
export interface UiPackage {
  readonly project: UiProject;
  /** Its `package.json`; null where there is none that models may see. */
  readonly manifest: SourceFile | null;
  /** Tailwind's configuration beside it. */
  readonly tailwindConfig: vscode.Uri | null;
}

/** Looks for the nearest `package.json` from a folder upwards, as far as the workspace folder goes. */
export async function readUiPackage(folder: vscode.Uri | null): Promise<UiPackage> {
  const root = folder === null ? undefined : vscode.workspace.getWorkspaceFolder(folder)?.uri;
  if (folder === null || root === undefined) return withoutManifest([], null);
  for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
    const names = await namesIn(at);
    const isTop = at.path === root.path || at.path.length <= root.path.length;
    if (names.includes('package.json') || isTop) return await packageAt(at, names);
  }
}

async function packageAt(folder: vscode.Uri, names: readonly string[]): Promise<UiPackage> {
  const manifest = names.includes('package.json')
    ? await readableSource(vscode.Uri.joinPath(folder, 'package.json'))
    : null;
  const config = names.find(isTailwindConfig);
  const tailwindConfig = config === undefined ? null : vscode.Uri.joinPath(folder, config);
  if (manifest === null) return withoutManifest(names, tailwindConfig);
  return { project: uiProject(manifest.text, names), manifest, tailwindConfig };
}

function withoutManifest(names: readonly string[], tailwindConfig: vscode.Uri | null): UiPackage {
  return { project: uiProject(null, names), manifest: null, tailwindConfig };
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}
