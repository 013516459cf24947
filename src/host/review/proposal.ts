import type { ComparisonSession } from '../../app/comparisonSession.ts';
import { isAcceptable } from '../../core/answer.ts';
import { baseFiles } from '../../core/comparison.ts';
import { composeText, hunksByPath } from '../../core/diff/compose.ts';
import { editedHunks } from '../../core/diff/editedHunks.ts';
import type { FileChange } from '../../core/diff/hunk.ts';
import { withLineEnding } from '../../core/diff/lines.ts';
import type { Side } from '../../core/side.ts';
import type { SourceFile } from '../../core/task.ts';
import type { ProposalPlace } from './proposalUris.ts';

/** One file as a side proposes it. */
export interface ProposedFile {
  readonly path: string;
  readonly change: FileChange;
  /** Where it is to be, if it is renamed; else where it is. */
  readonly shownPath: string;
  /** Where its first change stands in the text as proposed. 0-based. */
  readonly firstLine: number;
  readonly languageId: string | null;
}

/** The files that a side changes, in the order of their first hunk. */
export function proposedFiles(session: ComparisonSession, side: Side): readonly ProposedFile[] {
  const files = baseFiles(session.comparison);
  return [...hunksByPath(session.comparison[side].hunks)].map(([path, hunks]) => {
    // Only a rename and edits can be had together.
    const whole = hunks.find((hunk) => hunk.change !== 'edit');
    const base = fileAt(files, path);
    return {
      path,
      change: whole?.change ?? 'edit',
      shownPath: whole?.newPath ?? path,
      firstLine: hunks[0]?.newStart ?? 0,
      languageId: base?.languageId ?? null,
    };
  });
}

/** The text as the side proposes it now: empty for a file that it deletes, and as it was where it leaves it alone. */
export function proposedText(session: ComparisonSession, { side, path }: ProposalPlace): string {
  const own = session.comparison[side].hunks.filter((hunk) => hunk.path === path);
  return composeText(baseTextOf(session, path), own);
}

/** The text that hunks of that path are against; empty for a file that is created. */
export function baseTextOf({ comparison }: ComparisonSession, path: string): string {
  return fileAt(baseFiles(comparison), path)?.text ?? '';
}

/** Whether the person may change what a side proposes: it ended properly, and nothing is decided yet. */
export function isEditable({ comparison }: ComparisonSession, side: Side): boolean {
  return comparison.phase === 'open' && isAcceptable(comparison[side]);
}

/** Makes the person's text of a proposed file the side's hunks. What they left as it was keeps its choices. */
export function takeEditedText(
  session: ComparisonSession,
  { side, path }: ProposalPlace,
  text: string,
  idPrefix: string,
): void {
  const { hunks } = session.comparison[side];
  const edited = editedHunks(hunks, path, baseTextOf(session, path), text, idPrefix);
  if (edited !== hunks) session.dispatch({ type: 'candidate-edited', side, hunks: edited });
}

/** Whether two texts are the same line for line, whatever ends the lines: an editor knows one ending for all of them. */
export function saysTheSame(one: string, other: string): boolean {
  return one === other || withLineEnding(one, '\n') === withLineEnding(other, '\n');
}

function fileAt(files: readonly SourceFile[], path: string): SourceFile | null {
  return files.find((file) => file.path === path) ?? null;
}
