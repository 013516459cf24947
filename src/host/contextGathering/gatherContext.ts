import type { ContextPiece } from '../../core/context.ts';
import type { Task } from '../../core/task.ts';
import type { CapturedTask } from '../taskFromEditor.ts';
import { definitionPieces } from './definitionPieces.ts';
import { diagnosticPieces } from './diagnosticPieces.ts';
import { contextBudget, fitPieces } from './pieceBudget.ts';
import { deadlineIn } from './withinTime.ts';

/** A task with what was found around it. */
export interface GatheredContext {
  /** With the other files that a model may edit. */
  readonly task: Task;
  /** Problems first, then definitions; all of them fit into the budget together. */
  readonly pieces: readonly ContextPiece[];
  /** How many pieces were found but did not fit, for the panel to tell. */
  readonly leftAway: number;
}

/** Gathering never holds a comparison up for longer: a language that is still waking up is done without. */
const timeLimitMs = 2_500;
/** The rest of it is for reading what was found: finding alone could use up all of it, and then it was for nothing. */
const findingLimitMs = 1_500;

/**
 * Gathers what both models get beside the code: problems and definitions. Never fails; what cannot be found in time is
 * not there. When the document changes meanwhile, positions no longer belong to the frozen text, and only the problems,
 * which were read at once, remain.
 */
export async function gatherContext({ task, document }: CapturedTask): Promise<GatheredContext> {
  const { file, selection } = task;
  if (document.version !== file.version) return { task, pieces: [], leftAway: 0 };
  const problems = diagnosticPieces(document, file, selection);
  const definitions = await definitionPieces(document, file, selection, {
    finding: deadlineIn(findingLimitMs),
    reading: deadlineIn(timeLimitMs),
  });
  if (document.version !== file.version) return { task, ...fitPieces(problems, contextBudget) };
  const fitting = fitPieces([...problems, ...definitions.pieces], contextBudget);
  const shown = new Set([file.path, ...fitting.pieces.map((piece) => piece.path)]);
  const paths = new Set([file.path]);
  // Only what the person can see in the context may be edited, and every path must mean one file.
  const otherFiles = definitions.files.filter(({ path }) => {
    const isNew = shown.has(path) && !paths.has(path);
    paths.add(path);
    return isNew;
  });
  return { task: { ...task, otherFiles }, ...fitting };
}
