import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Hunk } from '../../../core/diff/hunk.ts';
import { sides } from '../../../core/side.ts';
import { sourcesOfRow } from '../code/codeLines.tsx';
import type { CodeRow } from '../code/codeRow.ts';
import { pairRows } from '../code/hunkRows.ts';
import { LazyChunks } from '../code/lazyChunks.tsx';
import { NumberedLine } from '../code/numberedLine.tsx';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { useCode } from '../codeContext.ts';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import { ClusterHunks, placeOf } from './againstEachOther.tsx';
import { BothSides } from './bothSides.tsx';
import { acceptedOf, type Cluster, clusterHunks, composeLines, shiftAt } from './clusters.ts';

/** Row by row: my code, both answers, and what the choices make of it. */
export function RowsView(): JSX.Element {
  const { view, texts } = usePanel();
  const left = view.left.hunks;
  const right = view.right.hunks;
  const clusters = useMemo(() => clusterHunks(left, right), [left, right]);
  return (
    <>
      <BothSides>{() => null}</BothSides>
      {clusters.length === 0 ? (
        <p class="empty-page">{texts.nothingToCompare}</p>
      ) : (
        <div class="rows-table">
          <div class="rows-heading">
            <span>{texts.myCode}</span>
            {sides.map((side) => (
              <span key={side}>
                <SideMark side={side} />
                {view[side].label}
              </span>
            ))}
            <span>{texts.myChoice}</span>
          </div>
          {clusters.map((cluster) => (
            <ClusterRow key={`${cluster.path}:${cluster.baseStart}`} cluster={cluster} />
          ))}
        </div>
      )}
    </>
  );
}

function ClusterRow({ cluster }: { readonly cluster: Cluster }): JSX.Element {
  const { baseLines } = useCode();
  const { view, texts } = usePanel();
  const lines = baseLines.get(cluster.path) ?? [];
  const accepted = acceptedOf(cluster, (id) => view.choices[id]?.state === 'accepted');
  const decided = sides.every((side) => cluster[side].every(({ id }) => view.choices[id] !== undefined));
  return (
    <>
      <div class="rows-place">
        <span class="path">{showHiddenCharacters(cluster.path)}</span>
        <span>{placeOf(cluster, texts.line, texts.lines)}</span>
      </div>
      <div class="rows-row">
        <div class="cell">
          <span class="cell-label">{texts.myCode}</span>
          <CellLines cluster={cluster} lines={lines} hunks={[]} look="of-base" />
        </div>
        {sides.map((side) => (
          <div key={side} class={`cell ${side}`}>
            <span class="cell-label">
              <SideMark side={side} />
              {view[side].label}
            </span>
            <ClusterHunks cluster={cluster} side={side} />
            {cluster[side].length > 0 && (
              <CellLines cluster={cluster} lines={lines} hunks={cluster[side]} look={`of-${side}`} />
            )}
          </div>
        ))}
        <div class={`cell choice ${accepted.length > 0 ? 'chosen' : ''}`}>
          <span class="cell-label">{texts.myChoice}</span>
          {accepted.length === 0 ? (
            <p class="leaves-it">{decided ? texts.staysAsItIs : texts.notDecided}</p>
          ) : (
            <CellLines cluster={cluster} lines={lines} hunks={accepted} look="context" />
          )}
        </div>
      </div>
    </>
  );
}

interface CellLinesProps {
  readonly cluster: Cluster;
  readonly lines: readonly string[];
  readonly hunks: readonly Hunk[];
  readonly look: 'context' | 'of-base' | 'of-left' | 'of-right';
}

function CellLines({ cluster, lines, hunks, look }: CellLinesProps): JSX.Element {
  const { colourist, texts } = useCode();
  const rows = useMemo(() => cellRows(cluster, lines, hunks), [cluster, lines, hunks]);
  if (rows.length === 0) return <p class="leaves-it">{texts.noLines}</p>;
  return (
    <div class="code wrapped">
      <LazyChunks
        rows={rows}
        eager
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

function cellRows(cluster: Cluster, lines: readonly string[], hunks: readonly Hunk[]): readonly CodeRow[] {
  const { path, baseStart } = cluster;
  const composed = composeLines(lines, hunks, cluster);
  return pairRows(
    [],
    composed.map(({ text }) => text),
    {
      oldNumber: 0,
      newNumber: baseStart + shiftAt(hunks, path, baseStart) + 1,
      oldSource: (line) => ({ kind: 'base', path, line }),
      newSource: (index) => {
        const line = composed[index];
        return line === undefined || line.hunk === null
          ? { kind: 'base', path, line: line?.line ?? 0 }
          : { kind: 'hunk', hunkId: line.hunk.id, line: line.line };
      },
    },
  );
}
