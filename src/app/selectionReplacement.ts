import type { FileEdit } from '../core/edits/toolCall.ts';
import type { Task } from '../core/task.ts';
import { makesFile } from '../core/task.ts';

/**
 * The edit that puts a block of code in place of the lines that a task's selection touches, or makes it the task's new
 * file; null when the task has neither. The whole file is given, since the same lines may stand elsewhere in it, too.
 *
 * @param block with LF line endings
 */
export function selectionReplacement(task: Task, block: string): FileEdit | null {
  if (makesFile(task)) return { kind: 'create', path: task.file.path, text: block };
  if (task.selection === null) return null;
  const { text, path } = task.file;
  const { start, end } = task.selection;
  const before = text.slice(0, lineStart(text, start));
  const after = text.slice(lineEnd(text, end > start ? end - 1 : end));
  const ending = block === '' || block.endsWith('\n') ? '' : '\n';
  return { kind: 'create', path, text: withLineFeeds(before) + block + ending + withLineFeeds(after) };
}

function lineStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

/** Behind the terminator of the line that holds the offset. */
function lineEnd(text: string, offset: number): number {
  const terminator = /\r\n|\r|\n/.exec(text.slice(offset));
  return terminator === null ? text.length : offset + terminator.index + terminator[0].length;
}

function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}
