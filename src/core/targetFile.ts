import { composeText } from './diff/compose.ts';
import type { Hunk } from './diff/hunk.ts';
import { splitLines } from './diff/lines.ts';
import type { SourceFile, Task } from './task.ts';
import { makesFile } from './task.ts';

/** A hunk as it is to be written, and the accepted ones that it stands for. */
export interface RedirectedHunk {
  readonly hunk: Hunk;
  readonly sources: readonly Hunk[];
}

/**
 * Accepted hunks when the person chose another file than the task's own for what is made: a file that was to be made is
 * made there instead; of an edit, what becomes of the file, or of its selection, is made there, and the file itself is
 * left alone. Hunks of other files stay as they are.
 *
 * @param target null where the task's own file it is
 * @param hunks accepted ones, none colliding
 */
export function redirectHunks(
  task: Task,
  target: SourceFile | null,
  hunks: readonly Hunk[],
): readonly RedirectedHunk[] {
  const asTheyAre = (some: readonly Hunk[]) => some.map((hunk) => ({ hunk, sources: [hunk] }));
  if (target === null) return asTheyAre(hunks);
  const { path } = task.file;
  if (makesFile(task)) {
    return hunks.map((hunk) => {
      const isMade = hunk.path === path && hunk.change === 'create';
      return { hunk: isMade ? { ...hunk, path: target.path } : hunk, sources: [hunk] };
    });
  }
  const others = hunks.filter((hunk) => hunk.path !== path);
  const own = hunks.filter((hunk) => hunk.path === path && hunk.change === 'edit');
  const [first] = own;
  if (first === undefined) return asTheyAre(others);
  const made: Hunk = {
    ...first,
    path: target.path,
    change: 'create',
    baseStart: 0,
    baseEnd: 0,
    newStart: 0,
    newLines:
      task.ui?.place === 'selection' ? linesOfSelection(task, own) : splitLines(composeText(task.file.text, own)),
  };
  return [{ hunk: made, sources: own }, ...asTheyAre(others)];
}

/** Where answers put files beside what the task itself makes or changes: no other place for that. */
export function pathsMadeBeside({ file }: Task, hunks: readonly Hunk[]): readonly string[] {
  const made = hunks.filter(({ change }) => change === 'create' || change === 'rename');
  return [...new Set(made.map(({ newPath, path }) => newPath ?? path))].filter((path) => path !== file.path);
}

/** The whole lines of the selection as they become. What the hunks change elsewhere in the file is no part of it. */
function linesOfSelection({ file, selection }: Task, own: readonly Hunk[]): readonly string[] {
  const lines = splitLines(composeText(file.text, own));
  if (selection === null) return lines;
  const ahead = file.text.slice(0, selection.start);
  const first = splitLines(ahead).length - (ahead === '' || /[\r\n]$/.test(ahead) ? 0 : 1);
  const end = splitLines(file.text.slice(0, selection.end)).length;
  const inside = own.filter(({ baseStart, baseEnd }) => baseStart <= end && baseEnd >= first);
  const shift = growthOf(own.filter((hunk) => !inside.includes(hunk) && hunk.baseEnd < first));
  const from = Math.min(first, ...inside.map(({ baseStart }) => baseStart)) + shift;
  const to = Math.max(end, ...inside.map(({ baseEnd }) => baseEnd)) + shift + growthOf(inside);
  return lines.slice(from, to);
}

function growthOf(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { baseStart, baseEnd, newLines }) => sum + newLines.length - (baseEnd - baseStart), 0);
}

/** The accepted hunks that written ones stand for. */
export function sourcesOf(redirected: readonly RedirectedHunk[], written: readonly Hunk[]): readonly Hunk[] {
  const ids = new Set(written.map(({ id }) => id));
  return redirected.flatMap(({ hunk, sources }) => (ids.has(hunk.id) ? sources : []));
}
