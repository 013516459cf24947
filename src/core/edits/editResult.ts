import type { MatchTier } from './locate.ts';
import type { PlainText } from './plainText.ts';

/** What an edit makes of a text. `reason` is told to the model. */
export type EditResult =
  | { readonly kind: 'landed'; readonly text: PlainText; readonly tier: MatchTier }
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
