import * as vscode from 'vscode';
import type { ExcludeSetting } from './excludeGlobs.ts';
import { ExcludeGlobs } from './excludeGlobs.ts';
import { GitIgnore } from './gitIgnore.ts';

/** Whatever settings and ignore files say, nothing is read there: other people's code, and version control's own. */
const neverRead: readonly string[] = ['node_modules', '.git'];

/** Linux alone tells names apart by case; elsewhere a pattern in another case still means the file. */
const ignoreCase = process.platform !== 'linux';

/** How far up a repository is looked for that a workspace folder is a part of. */
const mostLevelsUp = 20;

/**
 * What is left out in a folder of the workspace and below it, by settings, ignore files and for good. Those of a folder
 * within come of `enter`, since it may have an ignore file of its own.
 */
export class FolderRules {
  readonly #root: vscode.Uri;
  /** The workspace folder's own place in its repository, with a slash at the end; '' for the repository's top. */
  readonly #prefix: string;
  readonly #globs: ExcludeGlobs;
  readonly #git: GitIgnore;

  private constructor(root: vscode.Uri, prefix: string, globs: ExcludeGlobs, git: GitIgnore) {
    this.#root = root;
    this.#prefix = prefix;
    this.#globs = globs;
    this.#git = git;
  }

  /** The rules of a workspace folder as they are now, with those of the repository that it is a part of. */
  static async of(root: vscode.Uri): Promise<FolderRules> {
    const exclude = (section: string) =>
      vscode.workspace.getConfiguration(section, root).get<ExcludeSetting>('exclude') ?? {};
    const globs = new ExcludeGlobs([exclude('files'), exclude('search')], ignoreCase);
    const above = await foldersUpToRepository(root);
    const top = above.at(-1) ?? root;
    const own = await textOf(vscode.Uri.joinPath(top, '.git', 'info', 'exclude'));
    const start = new GitIgnore(ignoreCase);
    let git = own === null ? start : start.with('', own);
    for (const folder of [...above].reverse()) {
      const text = await textOf(vscode.Uri.joinPath(folder, '.gitignore'));
      if (text !== null) git = git.with(pathWithin(top, folder), text);
    }
    const prefix = pathWithin(top, root);
    const rules = new FolderRules(root, prefix === '' ? '' : `${prefix}/`, globs, git);
    return above.length === 0 ? await rules.enter('') : rules;
  }

  /** The rules inside a folder. @param folder relative to the workspace folder, with forward slashes */
  async enter(folder: string): Promise<FolderRules> {
    const text = await textOf(vscode.Uri.joinPath(this.#root, ...folder.split('/'), '.gitignore'));
    if (text === null) return this;
    const git = this.#git.with(`${this.#prefix}${folder}`.replace(/\/$/, ''), text);
    return new FolderRules(this.#root, this.#prefix, this.#globs, git);
  }

  /**
   * @param path of something right in the folder that these rules are of, relative to the workspace folder
   * @param siblings the names of all that lies in the same folder
   */
  leaveOut(path: string, isFolder: boolean, siblings: ReadonlySet<string>): boolean {
    return (
      isNeverRead(path) ||
      this.#globs.leavesOut(path, isFolder, siblings) ||
      this.#git.leavesOut(`${this.#prefix}${path}`, isFolder)
    );
  }
}

/** Whether any part of a path is one that nothing is ever read of. */
export function isNeverRead(path: string): boolean {
  return path
    .normalize('NFKC')
    .toLowerCase()
    .split('/')
    .some((segment) => neverRead.includes(segment));
}

/** The folder itself, those above it and the repository's top at the end; none where there is no repository. */
async function foldersUpToRepository(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const folders: vscode.Uri[] = [];
  let folder = root;
  for (let level = 0; level < mostLevelsUp; level += 1) {
    folders.push(folder);
    if (await exists(vscode.Uri.joinPath(folder, '.git'))) return folders;
    const parent = vscode.Uri.joinPath(folder, '..');
    if (parent.path === folder.path) break;
    folder = parent;
  }
  return [];
}

/** The path from one folder to another that lies in it. */
function pathWithin(top: vscode.Uri, folder: vscode.Uri): string {
  return folder.path.slice(top.path.length).replace(/^\//, '').replace(/\/$/, '');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The text of an ignore file as it is on disk, which is what git goes by; null when there is none. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
