import type { MatchTier } from './matchTier.ts';
import type { PlainText } from './plainText.ts';
import type { TierMark } from './tierMarks.ts';

/** A section of a patch that did not land while others did. */
export interface EditPartFailure {
  /** In words, for the model. */
  readonly reason: string;
  /** As the model wrote it. */
  readonly text: string;
}

/** What an edit makes of a text. `reason` is told to the model. */
export type EditResult =
  | {
      readonly kind: 'landed';
      readonly text: PlainText;
      readonly tier: MatchTier;
      /** The new lines that were not placed to the letter. */
      readonly marks: readonly TierMark[];
      readonly failures: readonly EditPartFailure[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** An edit that did not land, and why. */
export function failedEdit(reason: string): Extract<EditResult, { kind: 'failed' }> {
  return { kind: 'failed', reason };
}

/** E.g. `lines 4, 9 and 12`, from 0-based lines; no more than ten are named. */
export function lineNames(lines: readonly number[]): string {
  const numbers = lines.slice(0, 10).map((line) => String(line + 1));
  const rest = lines.length - numbers.length;
  const named = rest > 0 ? [...numbers, `${rest} more`] : numbers;
  const last = named.at(-1) ?? '';
  return named.length < 2 ? `line ${last}` : `lines ${named.slice(0, -1).join(', ')} and ${last}`;
}
