import type { FileChange, Hunk, LineChange } from './hunk.ts';
import { splitLines } from './lines.ts';

/** What becomes of one file. */
interface ComposedFile {
  readonly path: string;
  readonly change: FileChange;
  /** The whole text as it would be, or null for a deleted file. */
  readonly text: string | null;
}

/**
 * The text as it would be with these changes of it, byte for byte the base everywhere else. They may come in any order
 * but must not collide.
 */
export function composeText(base: string, accepted: readonly Omit<LineChange, 'newStart'>[]): string {
  const baseLines = splitLines(base);
  const pieces: string[] = [];
  let at = 0;
  for (const hunk of accepted.toSorted(byPlace)) {
    pieces.push(...baseLines.slice(at, hunk.baseStart), ...hunk.newLines);
    at = hunk.baseEnd;
  }
  pieces.push(...baseLines.slice(at));
  return pieces.join('');
}

/** Every file that these hunks touch, in the order of their first hunk. A file without a base text counts as empty. */
export function composeFiles(
  baseFiles: readonly { readonly path: string; readonly text: string }[],
  accepted: readonly Hunk[],
): readonly ComposedFile[] {
  const files = new Map<string, readonly Hunk[]>();
  for (const hunk of accepted) {
    files.set(hunk.path, [...(files.get(hunk.path) ?? []), hunk]);
  }
  return [...files].map(([path, hunks]) => {
    const change = hunks[0]?.change ?? 'edit';
    const base = baseFiles.find((file) => file.path === path)?.text ?? '';
    return { path, change, text: change === 'delete' ? null : composeText(base, hunks) };
  });
}

/** From top to bottom; an insertion comes before the change of the line it stands above. */
export function byPlace(one: Omit<LineChange, 'newStart'>, other: Omit<LineChange, 'newStart'>): number {
  return one.baseStart - other.baseStart || one.baseEnd - other.baseEnd;
}
