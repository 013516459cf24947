/** A path from a folder on, `.` and `..` resolved; null where it leads out of the workspace folder. '' is that folder. */
export function joinedPath(folder: string, path: string): string | null {
  const segments = path.startsWith('/') ? [] : folder.split('/').filter((each) => each !== '');
  for (const segment of path.split('/')) {
    if (segment === '..' && segments.length === 0) return null;
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The folder that a file is in; '' for the workspace folder. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders that a file is in, from its own up to the workspace folder. */
export function parentFolders(path: string): readonly string[] {
  const segments = folderOf(path)
    .split('/')
    .filter((each) => each !== '');
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('/')), ''];
}

/** The ending by which a file's compiler is known: Svelte's own makes modules of `.svelte.js` and `.svelte.ts`, too. */
export function compilerEnding(path: string): string {
  return /\.svelte\.[jt]s$/.test(path) ? 'svelte' : endingOf(path);
}

/** What follows the last dot of a path, in lower case; '' for none. */
export function endingOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
