import { composeText } from '../core/diff/compose.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Overlay } from '../core/edits/overlay.ts';
import { createOverlay } from '../core/edits/overlay.ts';
import type { SourceFile } from '../core/task.ts';

/** The files as they are with these hunks of one side on them, byte for byte, for further edits to land on. */
export function candidateOverlay(files: readonly SourceFile[], hunks: readonly Hunk[]): Overlay {
  const touched = new Map<string, string | null>();
  for (const path of new Set(hunks.map((hunk) => hunk.path))) {
    const own = hunks.filter((hunk) => hunk.path === path && hunk.change !== 'rename');
    const base = files.find((file) => file.path === path)?.text ?? '';
    if (own.some((hunk) => hunk.change === 'delete')) touched.set(path, null);
    else if (own.length > 0) touched.set(path, composeText(base, own));
  }
  const renames = new Map(hunks.flatMap(({ path, newPath }) => (newPath === null ? [] : [[path, newPath] as const])));
  return { ...createOverlay(files), touched, renames };
}
