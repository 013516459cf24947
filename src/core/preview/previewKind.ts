/** What a file is to the preview. */
export type PreviewKind = 'html' | 'svg' | 'react' | 'vue' | 'svelte';

const kinds: Readonly<Record<string, PreviewKind>> = {
  html: 'html',
  htm: 'html',
  svg: 'svg',
  tsx: 'react',
  jsx: 'react',
  vue: 'vue',
  svelte: 'svelte',
};

/** What a file is by the ending of its name; null for what no preview is about. */
export function previewKind(path: string): PreviewKind | null {
  const ending = endingOf(path);
  return Object.hasOwn(kinds, ending) ? (kinds[ending] ?? null) : null;
}

/** A change as far as the preview needs it; hunks are such changes. */
export interface PathChange {
  readonly path: string;
  /** Where a renamed file goes, or null. */
  readonly newPath: string | null;
}

/**
 * The files of a comparison that a preview can be about: what either side changes or
 * makes, and the pages it was given where a side changes a style sheet.
 */
export function previewPaths(changes: readonly PathChange[], basePaths: readonly string[]): readonly string[] {
  const changed = new Set(changes.map(({ path, newPath }) => newPath ?? path));
  const changesStyles = [...changed].some((path) => endingOf(path) === 'css');
  const pages = changesStyles ? basePaths.filter((path) => previewKind(path) === 'html') : [];
  return [...new Set([...changed, ...pages])].filter((path) => previewKind(path) !== null);
}

/** Whether a preview would have something to show. */
export function hasPreview(changes: readonly PathChange[], basePaths: readonly string[]): boolean {
  return previewPaths(changes, basePaths).length > 0;
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
