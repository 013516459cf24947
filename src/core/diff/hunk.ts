import type { MatchTier } from '../edits/matchTier.ts';

/** What happens to a file when a hunk is accepted. A renamed file's own changes are hunks of kind `edit` beside it. */
export type FileChange = 'edit' | 'create' | 'delete' | 'rename';

/**
 * One contiguous change of a candidate against the base text. Lines are 0-based, `baseEnd` is exclusive, so an
 * insertion has `baseStart === baseEnd`. Lines keep their terminators: joining them gives the text, byte for byte.
 */
export interface Hunk {
  /** Unique within a comparison, minted by the host; e.g. `left-1-3`. */
  readonly id: string;
  readonly path: string;
  readonly change: FileChange;
  readonly baseStart: number;
  readonly baseEnd: number;
  /** First line of `newLines` in the candidate's text. */
  readonly newStart: number;
  readonly newLines: readonly string[];
  /** Where a renamed file goes; null for every other kind of change. A rename has no lines. */
  readonly newPath: string | null;
  /** How exactly the least exact of the edits that made this hunk found its place. */
  readonly tier: MatchTier;
  /** True when the person changed the model's text here before accepting it. */
  readonly edited: boolean;
}

/** A hunk before it has an identity: where it is and what it says. */
export type LineChange = Pick<Hunk, 'baseStart' | 'baseEnd' | 'newStart' | 'newLines'>;
