import type { Answer } from '../../core/answer.ts';
import { isAwaited } from '../../core/answer.ts';
import type { Comparison } from '../../core/comparison.ts';
import { baseFiles } from '../../core/comparison.ts';
import { textOf } from '../../core/edits/overlay.ts';
import { previewPaths } from '../../core/preview/previewKind.ts';
import type { Side } from '../../core/side.ts';
import { candidateOverlay } from '../candidateOverlay.ts';

/** One file of one side's candidate. */
export interface CandidateFile {
  readonly path: string;
  /** Null where the side has no such file. */
  readonly text: string | null;
  readonly unchanged: boolean;
  readonly underWay: boolean;
  /** The candidate's text of any file of the comparison; null for what is none. */
  readonly read: (path: string) => string | null;
}

/** The files of a comparison that the preview offers. */
export function filesToPreview(comparison: Comparison): readonly string[] {
  const changes = [...comparison.left.hunks, ...comparison.right.hunks];
  return previewPaths(
    changes,
    baseFiles(comparison).map(({ path }) => path),
  );
}

/** A file as one side would have it. */
export function candidateFile(comparison: Comparison, side: Side, path: string): CandidateFile {
  const answer = comparison[side];
  const overlay = candidateOverlay(baseFiles(comparison), answer.hunks);
  return {
    path,
    text: textOf(overlay, path),
    unchanged: answer.hunks.every((hunk) => (hunk.newPath ?? hunk.path) !== path),
    underWay: isAwaited(answer),
    read: (other) => textOf(overlay, other),
  };
}

/** What a consent to run scripts is for: this answer as it is, and no later one. */
export function candidateKey({ attempt, turn }: Answer): string {
  return `${attempt}.${turn}`;
}
