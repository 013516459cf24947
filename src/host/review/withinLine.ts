import type * as vscode from 'vscode';
import { hasHiddenCharacters } from '../../core/diff/hiddenCharacters.ts';
import { withoutTerminator } from '../../core/diff/lines.ts';
import { type LineMiddle, middleOf } from './lineMiddle.ts';
import type { ReviewedHunk } from './reviewedFile.ts';

/** A change within one line, where it stands. */
export interface WithinLine extends LineMiddle {
  readonly line: number;
}

/**
 * The changes of a hunk that replaces lines one by one, each in so little that it is read best within the line; null
 * for every other hunk.
 */
export function withinLines(
  document: vscode.TextDocument,
  { hunk, start, end, isLost }: ReviewedHunk,
): readonly WithinLine[] | null {
  if (isLost || hunk.change !== 'edit' || end === start || hunk.newLines.length !== end - start) return null;
  const changes: WithinLine[] = [];
  for (const [index, newLine] of hunk.newLines.entries()) {
    const text = withoutTerminator(newLine);
    const line = start + index;
    if (line >= document.lineCount || hasHiddenCharacters(text)) return null;
    const middle = middleOf(document.lineAt(line).text, text);
    if (middle === null) return null;
    changes.push({ ...middle, line });
  }
  return changes;
}

/** Whether a hunk needs no lines of its own to be read. */
export function isShownWithinLine(document: vscode.TextDocument, hunk: ReviewedHunk): boolean {
  return withinLines(document, hunk) !== null;
}
