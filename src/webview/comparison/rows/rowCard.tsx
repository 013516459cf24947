import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Hunk } from '../../../core/diff/hunk.ts';
import { otherSide, type Side, sides } from '../../../core/side.ts';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { useCode } from '../codeContext.ts';
import { ConflictCard } from '../conflicts/conflictCard.tsx';
import { fill } from '../format.ts';
import { memo } from '../memo.tsx';
import { SideMark } from '../sideMark.tsx';
import { RenameLine } from '../sides/renameLine.tsx';
import { placeOf } from '../views/clusters.ts';
import type { ComparisonRow } from './comparisonRows.ts';
import { RowChoice } from './rowChoice.tsx';
import { RowCode } from './rowCode.tsx';
import { RowHunk } from './rowHunk.tsx';
import { RowKindMark } from './rowKindMark.tsx';
import { baseRows, sideRows } from './rowLines.ts';
import type { RowLook } from './rowLook.ts';

interface RowCardProps {
  readonly row: ComparisonRow;
  readonly look: RowLook;
  readonly eager: boolean;
}

/** One decision, laid out as my code, both answers and the choice; what both say is shown once. */
export const RowCard = memo(function RowCard({ row, look, eager }: RowCardProps): JSX.Element {
  const { texts } = useCode();
  const isCurrent = look.current !== null;
  const kindWords = {
    agreed: texts.kindAgreed,
    conflicting: texts.kindConflicting,
    left: fill(texts.kindOnly, look.labels.left),
    right: fill(texts.kindOnly, look.labels.right),
  };
  return (
    <div class={`row ${row.kind} is-${look.state} ${isCurrent ? 'current' : ''}`}>
      <div class="cell base">
        <div class="cell-bar">
          <span class={`row-kind-name ${row.kind}`}>
            <RowKindMark kind={row.kind} />
            {kindWords[row.kind]}
          </span>
          <span class="cell-place">{isRename(row) ? texts.renamedFile : placeOf(row, texts.line, texts.lines)}</span>
        </div>
        {isRename(row) ? (
          <p class="rename-line">{showHiddenCharacters(row.path)}</p>
        ) : (
          <BaseCode row={row} eager={eager} />
        )}
      </div>
      {row.kind === 'agreed' ? (
        <RowHunk hunks={look.hunks} look={look} showsChoice={false}>
          <SideCode row={row} side="left" hunks={row.left} eager={eager} />
        </RowHunk>
      ) : (
        sides.map((side) => <SideCell key={side} row={row} look={look} side={side} eager={eager} />)
      )}
      <RowChoice row={row} look={look} />
      {look.conflicts.map((conflict) => (
        <ConflictCard key={conflict.hunkId} conflict={conflict} label={look.labels[conflict.side]} />
      ))}
    </div>
  );
});

/** Whether a row is about the file's name alone. */
function isRename({ left, right }: ComparisonRow): boolean {
  return [...left, ...right].every(({ change }) => change === 'rename');
}

interface SideCellProps extends RowCardProps {
  readonly side: Side;
}

function SideCell({ row, look, side, eager }: SideCellProps): JSX.Element {
  const { texts } = useCode();
  const hunks = row[side];
  if (hunks.length === 0) {
    return (
      <div class={`cell ${side} leaves`}>
        <p class="leaves-it">
          <SideMark side={side} />
          <span class="leaves-whose">{look.labels[side]}</span>
          {texts.leavesIt}
        </p>
      </div>
    );
  }
  // One hunk against one is chosen in the choice's own column; of several, each can be chosen by itself.
  const showsChoice = hunks.length > 1 || row[otherSide(side)].length > 1;
  if (hunks.length === 1 || !showsChoice) {
    return (
      <RowHunk
        hunks={look.hunks.filter((hunk) => hunk.side === side)}
        look={look}
        showsChoice={showsChoice}
        offersReject={row.kind === 'conflicting'}
      >
        <SideCode row={row} side={side} hunks={hunks} eager={eager} />
      </RowHunk>
    );
  }
  return (
    <div class={`cell ${side} several`}>
      {look.hunks
        .filter((hunk) => hunk.side === side)
        .map((hunk) => (
          <RowHunk key={hunk.id} hunks={[hunk]} look={look} showsChoice />
        ))}
      <SideCode row={row} side={side} hunks={hunks} eager={eager} />
    </div>
  );
}

function BaseCode({ row, eager }: { readonly row: ComparisonRow; readonly eager: boolean }): JSX.Element {
  const { baseLines } = useCode();
  const lines = baseLines.get(row.path);
  const rows = useMemo(() => baseRows(row, lines ?? []), [row, lines]);
  return <RowCode rows={rows} look="of-base" eager={eager} />;
}

interface SideCodeProps {
  readonly row: ComparisonRow;
  readonly side: Side;
  readonly hunks: readonly Hunk[];
  readonly eager: boolean;
}

function SideCode({ row, side, hunks, eager }: SideCodeProps): JSX.Element {
  const { baseLines, texts } = useCode();
  const lines = baseLines.get(row.path);
  const rows = useMemo(() => sideRows(row, lines ?? [], hunks), [row, lines, hunks]);
  const newPath = hunks.find(({ change }) => change === 'rename')?.newPath ?? null;
  if (hunks.some(({ change }) => change === 'delete')) return <p class="no-lines">{texts.deletedFile}</p>;
  return (
    <>
      {newPath !== null && <RenameLine newPath={newPath} />}
      {hunks.some(({ change }) => change !== 'rename') && (
        <RowCode rows={rows} look={row.kind === 'agreed' ? 'of-both' : `of-${side}`} eager={eager} />
      )}
    </>
  );
}
