import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Side, sides } from '../../../core/side.ts';
import { sourcesOfRow } from '../code/codeLines.tsx';
import type { CodeRow } from '../code/codeRow.ts';
import { LazyChunks } from '../code/lazyChunks.tsx';
import { NumberedLine, type NumberedLineLook } from '../code/numberedLine.tsx';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { useCode } from '../codeContext.ts';
import { fill } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import { HunkBar } from '../sides/hunkBar.tsx';
import { HunkGroup } from '../sides/hunkGroup.tsx';
import { BothSides } from './bothSides.tsx';
import { type Cluster, clusterHunks, placeOf } from './clusters.ts';
import { type SplitRow, splitRows } from './splitRows.ts';

/** Left answer to right answer: every place that either of them changes, the two laid beside each other. */
export function AgainstEachOther(): JSX.Element {
  const { view, texts } = usePanel();
  const left = view.left.hunks;
  const right = view.right.hunks;
  const clusters = useMemo(() => clusterHunks(left, right), [left, right]);
  return (
    <>
      <BothSides>{() => null}</BothSides>
      {clusters.length === 0 && <p class="empty-page">{texts.nothingToCompare}</p>}
      {clusters.map((cluster) => (
        <ClusterCard key={`${cluster.path}:${cluster.baseStart}`} cluster={cluster} />
      ))}
    </>
  );
}

function ClusterCard({ cluster }: { readonly cluster: Cluster }): JSX.Element {
  const { baseLines } = useCode();
  const { view, texts } = usePanel();
  const lines = baseLines.get(cluster.path);
  const left = view.left.hunks;
  const right = view.right.hunks;
  const rows = useMemo(() => splitRows(cluster, lines ?? [], { left, right }), [cluster, lines, left, right]);
  const same = rows.every((row) => row.left?.kind === 'context' && row.right?.kind === 'context');
  return (
    <div class="cluster">
      <div class="cluster-heading">
        <span class="path">{showHiddenCharacters(cluster.path)}</span>
        <span>{placeOf(cluster, texts.line, texts.lines)}</span>
        {same && <span class="tag agrees">{texts.bothSaySame}</span>}
      </div>
      <div class="cluster-columns" style={{ '--rows': String(rows.length) }}>
        {sides.map((side) => (
          <div key={side} class={`cluster-side ${side}`}>
            <ClusterHunks cluster={cluster} side={side} />
            <div class="code wrapped">
              <SideLines rows={rows} side={side} />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

interface ClusterHunksProps {
  readonly cluster: Cluster;
  readonly side: Side;
}

/** The hunks that one side has in a cluster, to be chosen, or a word that it leaves the code alone. */
function ClusterHunks({ cluster, side }: ClusterHunksProps): JSX.Element {
  const { view, names, texts } = usePanel();
  const hunks = cluster[side];
  if (hunks.length === 0) {
    return <p class="cluster-choices leaves-it">{fill(texts.leavesItAsItIs, view[side].label)}</p>;
  }
  return (
    <div class="cluster-choices">
      {hunks.map((hunk) => {
        const named = names.get(hunk.id);
        return named === undefined ? null : (
          <HunkGroup key={hunk.id} named={named} className="cluster-hunk">
            <HunkBar named={named} />
          </HunkGroup>
        );
      })}
    </div>
  );
}

interface SideLinesProps {
  readonly rows: readonly SplitRow[];
  readonly side: Side;
}

/** Lines that differ are tinted by who wrote them: the side, or the person. */
function lookOf(row: CodeRow | null, side: Side): NumberedLineLook {
  if (row === null) return 'absent';
  if (row.kind === 'context') return 'context';
  return row.source.kind === 'base' ? 'of-base' : `of-${side}`;
}

function SideLines({ rows, side }: SideLinesProps): JSX.Element {
  const { colourist } = useCode();
  return (
    <LazyChunks
      rows={rows}
      eager
      sourcesOf={({ [side]: row }) => (row === null ? [] : sourcesOfRow(row))}
      renderRow={({ [side]: row }, index) => (
        <NumberedLine
          key={index}
          row={row}
          tokens={row === null ? null : (colourist?.tokensOf(row.source) ?? null)}
          look={lookOf(row, side)}
        />
      )}
    />
  );
}
