import type { IndentShift } from './indentShift.ts';
import type { MatchTier } from './matchTier.ts';

/** A place of a block of lines in a text. */
export interface BlockPlace {
  readonly tier: MatchTier;
  /** 0-based line where it starts; it is as long as the block. */
  readonly start: number;
  /** How lines that the model wrote have to be indented there, or null for as they are. */
  readonly shift: IndentShift | null;
}
