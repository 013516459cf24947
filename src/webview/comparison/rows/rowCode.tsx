import type { JSX } from 'preact';
import { sourcesOfRow } from '../code/codeLines.tsx';
import type { CodeRow } from '../code/codeRow.ts';
import { LazyChunks } from '../code/lazyChunks.tsx';
import { NumberedLine, type NumberedLineLook } from '../code/numberedLine.tsx';
import { useCode } from '../codeContext.ts';

interface RowCodeProps {
  readonly rows: readonly CodeRow[];
  readonly look: NumberedLineLook;
  /** False to wait until the lines come into sight. */
  readonly eager: boolean;
}

/** The lines of one cell; those that a side leaves as they are stand out from none. */
export function RowCode({ rows, look, eager }: RowCodeProps): JSX.Element {
  const { colourist, texts } = useCode();
  if (rows.length === 0) return <p class="no-lines">{texts.noLines}</p>;
  return (
    <div class="code wrapped">
      <LazyChunks
        rows={rows}
        eager={eager}
        sourcesOf={sourcesOfRow}
        renderRow={(row, index) => (
          <NumberedLine
            key={index}
            row={row}
            tokens={colourist?.tokensOf(row.source) ?? null}
            look={row.source.kind === 'base' && look !== 'of-base' ? 'context' : look}
          />
        )}
      />
    </div>
  );
}
