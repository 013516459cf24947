import { byPlace, composeText } from './compose.ts';
import type { LineChange } from './hunk.ts';

/** Unchanged lines shown around a change, as git does. */
const contextLines = 3;

/**
 * Changes of one text, none colliding, as the hunks of a unified patch. Written from the changes as they are: comparing
 * large texts anew could take seconds. '' when nothing changes.
 */
export function patchBody(base: string, changes: readonly LineChange[]): string {
  const lines = gitLines(base);
  const replacements = ofGitLines(base, lines, changes);
  const parts: string[] = [];
  let added = 0;
  for (let at = 0; at < replacements.length; ) {
    let next = at + 1;
    while (isNear(replacements[next - 1], replacements[next])) {
      next++;
    }
    const group = replacements.slice(at, next);
    parts.push(writtenGroup(lines, group, added));
    added += linesAdded(group);
    at = next;
  }
  return parts.join('');
}

/** Lines as git counts them: whole ones, that replace others. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Only LF ends a line for git. */
function gitLines(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** The same changes in lines as git counts them, from top to bottom. */
function ofGitLines(base: string, lines: readonly string[], changes: readonly LineChange[]): readonly Replacement[] {
  if (!hasLoneReturn(base) && !changes.some(({ newLines }) => newLines.some(hasLoneReturn))) {
    return changes
      .filter(({ baseStart, baseEnd, newLines }) => baseStart < baseEnd || newLines.length > 0)
      .toSorted(byPlace)
      .map(({ baseStart, baseEnd, newLines }) => ({ start: baseStart, end: baseEnd, lines: newLines }));
  }
  // A lone CR ends a line for us only: then all from the first changed line to the last is one change.
  const next = gitLines(composeText(base, changes));
  let start = 0;
  while (start < lines.length && lines[start] === next[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(lines.length, next.length) - start && lines.at(-1 - end) === next.at(-1 - end)) {
    end++;
  }
  const isSame = start + end === lines.length && lines.length === next.length;
  return isSame ? [] : [{ start, end: lines.length - end, lines: next.slice(start, next.length - end) }];
}

function hasLoneReturn(text: string): boolean {
  return /\r(?!\n)/.test(text);
}

function isNear(before: Replacement | undefined, after: Replacement | undefined): boolean {
  return before !== undefined && after !== undefined && after.start - before.end <= 2 * contextLines;
}

function linesAdded(group: readonly Replacement[]): number {
  return group.reduce((sum, { start, end, lines }) => sum + lines.length - (end - start), 0);
}

/** @param added by how many lines the groups above made the text longer */
function writtenGroup(lines: readonly string[], group: readonly Replacement[], added: number): string {
  const start = Math.max(0, (group[0]?.start ?? 0) - contextLines);
  const end = Math.min(lines.length, (group.at(-1)?.end ?? 0) + contextLines);
  const oldCount = end - start;
  const newCount = oldCount + linesAdded(group);
  const parts = [`@@ -${placeOf(start, oldCount)} +${placeOf(start + added, newCount)} @@\n`];
  let at = start;
  for (const one of group) {
    parts.push(prefixed(' ', lines.slice(at, one.start)));
    parts.push(prefixed('-', lines.slice(one.start, one.end)), prefixed('+', one.lines));
    at = one.end;
  }
  parts.push(prefixed(' ', lines.slice(at, end)));
  return parts.join('');
}

/** Counted from 1; no lines at all stand behind the line before. */
function placeOf(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`;
}

function prefixed(prefix: string, lines: readonly string[]): string {
  return lines
    .map((line) => (line.endsWith('\n') ? prefix + line : `${prefix}${line}\n\\ No newline at end of file\n`))
    .join('');
}
