import type { ContextPiece } from '../../core/context.ts';

/** How much context goes along at most, in UTF-16 units: some 6,000 tokens. */
export const contextBudget = 24_000;

/** What fits, and how many pieces did not. */
export interface FittingPieces {
  readonly pieces: readonly ContextPiece[];
  readonly leftAway: number;
}

/** The pieces that fit into a budget together, taken in their order; a large one makes no later, smaller one wait. */
export function fitPieces(pieces: readonly ContextPiece[], budget: number): FittingPieces {
  let rest = budget;
  const fitting = pieces.filter(({ text }) => {
    if (text.length > rest) return false;
    rest -= text.length;
    return true;
  });
  return { pieces: fitting, leftAway: pieces.length - fitting.length };
}

/** The first lines of a text, as many as fit; says how many are missing when some are. */
export function cutLines(lines: readonly string[], atMostLines: number, atMostLength: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines.slice(0, atMostLines)) {
    length += line.length + 1;
    if (length > atMostLength) break;
    kept.push(line);
  }
  const missing = lines.length - kept.length;
  return missing === 0
    ? kept.join('\n')
    : [...kept, `… (${missing} more ${missing === 1 ? 'line' : 'lines'})`].join('\n');
}
