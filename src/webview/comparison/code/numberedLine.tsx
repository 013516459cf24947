import type { JSX } from 'preact';
import { renderPiece } from './codeLine.tsx';
import type { CodeRow } from './codeRow.ts';
import { type LineToken, linePieces } from './linePieces.ts';

/** What a line stands out as: unchanged, missing, or whose it is. */
export type NumberedLineLook = 'context' | 'absent' | 'of-base' | 'of-left' | 'of-right' | 'of-both';

interface NumberedLineProps {
  /** Null stands for a line that the text does not have. */
  readonly row: CodeRow | null;
  readonly tokens: readonly LineToken[] | null;
  readonly look: NumberedLineLook;
}

/** A line with one number, for texts that stand beside each other. */
export function NumberedLine({ row, tokens, look }: NumberedLineProps): JSX.Element {
  return (
    <div class={`line single ${look}`}>
      <span class="number">{row === null ? null : (row.oldNumber ?? row.newNumber)}</span>
      <code>{row !== null && linePieces(row, tokens).map(renderPiece)}</code>
    </div>
  );
}
