import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { usePanel } from '../panelContext.ts';
import { shareEqual } from '../shareEqual.ts';
import { BothSides } from '../views/bothSides.tsx';
import type { ComparisonRow } from './comparisonRows.ts';
import { RowCard } from './rowCard.tsx';
import { type RowLook, rowLooks } from './rowLook.ts';
import { RowsBar } from './rowsBar.tsx';
import { RowsFile } from './rowsFile.tsx';

/** This many rows are drawn at once; the rest as they come into sight. */
const rowsDrawnAtOnce = 10;

/** Decision by decision: my code, both answers, and the choice. */
export function RowsView(): JSX.Element {
  const { view, texts, rows, viewState } = usePanel();
  const looks = useLooks();
  const { rowFilter } = viewState;
  const shown = rows.map((row, index) => ({ row, index })).filter(({ row }) => [null, row.kind].includes(rowFilter));
  // A filter that nothing is left of would hide everything without a way to see why.
  const visible = shown.length === 0 ? rows.map((row, index) => ({ row, index })) : shown;
  return (
    <>
      <BothSides>{() => null}</BothSides>
      {rows.length === 0 ? (
        <p class="empty-page">{texts.nothingToCompare}</p>
      ) : (
        <>
          <RowsBar rows={rows} />
          <div class="rows-table">
            {visible.map(({ row, index }, place) => (
              <RowOfFile
                key={row.id}
                row={row}
                look={looks[index]}
                isFirstOfFile={visible[place - 1]?.row.path !== row.path}
                eager={place < rowsDrawnAtOnce}
                view={view}
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}

interface RowOfFileProps {
  readonly row: ComparisonRow;
  readonly look: RowLook | undefined;
  readonly isFirstOfFile: boolean;
  readonly eager: boolean;
  readonly view: ReturnType<typeof usePanel>['view'];
}

function RowOfFile({ row, look, isFirstOfFile, eager, view }: RowOfFileProps): JSX.Element | null {
  if (look === undefined) return null;
  return (
    <>
      {isFirstOfFile && <RowsFile path={row.path} view={view} />}
      <RowCard row={row} look={look} eager={eager} />
    </>
  );
}

/** How the rows stand; the same object for each row that stands as before, so that it is not rendered again. */
function useLooks(): readonly RowLook[] {
  const { view, texts, names, rows, viewState } = usePanel();
  const { currentHunk } = viewState;
  const before = useRef<readonly RowLook[]>([]);
  return useMemo(() => {
    const firstRow = rows[0];
    const firstHunk = firstRow?.left[0]?.id ?? firstRow?.right[0]?.id ?? null;
    before.current = shareEqual(before.current, rowLooks(rows, { view, names, currentHunk, firstHunk, texts }));
    return before.current;
  }, [view, texts, names, rows, currentHunk]);
}
