/** What happens to a whole file when its hunks are accepted. */
export type FileChange = 'edit' | 'create' | 'delete';

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
}

/** A hunk before it has an identity: where it is and what it says. */
export type LineChange = Pick<Hunk, 'baseStart' | 'baseEnd' | 'newStart' | 'newLines'>;
