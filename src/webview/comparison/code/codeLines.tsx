import type { JSX } from 'preact';
import type { Side } from '../../../core/side.ts';
import { useCode } from '../codeContext.ts';
import { CodeLine } from './codeLine.tsx';
import type { CodeRow, LineSource } from './codeRow.ts';
import { LazyChunks } from './lazyChunks.tsx';

interface CodeLinesProps {
  readonly rows: readonly CodeRow[];
  /** True to render the first lines at once; see {@link LazyChunks}. */
  readonly eager: boolean;
  /** Which side a changed line comes from, where lines of both are mixed. */
  readonly sideOf?: (row: CodeRow) => Side | null;
}

/** Lines of code with their numbers in both texts. */
export function CodeLines({ rows, eager, sideOf }: CodeLinesProps): JSX.Element {
  const { colourist } = useCode();
  return (
    <LazyChunks
      rows={rows}
      eager={eager}
      sourcesOf={sourcesOfRow}
      renderRow={(row, index) => (
        <CodeLine key={index} row={row} tokens={colourist?.tokensOf(row.source) ?? null} side={sideOf?.(row) ?? null} />
      )}
    />
  );
}

/** A row's one line. */
export function sourcesOfRow({ source }: { readonly source: LineSource }): readonly LineSource[] {
  return [source];
}
