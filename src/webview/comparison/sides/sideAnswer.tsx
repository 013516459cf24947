import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { pathsOf } from '../../../core/diff/hunkOrder.ts';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { EarlierTurns, TurnHeading } from '../followUp/earlierTurns.tsx';
import { formatCount } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { FoldingProse } from '../prose/foldingProse.tsx';
import { FileDiff } from './fileDiff.tsx';
import { MismatchList } from './mismatchList.tsx';
import { Readings, type ReadingsPlace } from './readings.tsx';
import { SideActions } from './sideActions.tsx';
import { SideState } from './sideState.tsx';
import { Thinking } from './thinking.tsx';

/** One answer against the person's code: the reason, then the change. */
export function SideAnswer({ side }: { readonly side: SideOutline }): JSX.Element {
  const { hunks } = side;
  const turn = `${side.attempt}:${side.turn}`;
  const readingsPlace = useRef<ReadingsPlace>({ turn: '', place: null });
  const files = useMemo(
    () => pathsOf(hunks).map((path) => ({ path, hunks: hunks.filter((hunk) => hunk.path === path) })),
    [hunks],
  );
  // The same elements while the hunks are the same: words that stream in above must not cost a pass over every line.
  const diffs = useMemo(
    () => files.map((file) => <FileDiff key={file.path} side={side.side} {...file} />),
    [files, side.side],
  );
  return (
    <>
      <EarlierTurns side={side} />
      <TurnHeading side={side} />
      <Readings key={`top:${turn}`} side={side} place="top" settled={readingsPlace} />
      <Thinking side={side} />
      <FoldingProse key={turn} side={side} />
      <SideState side={side} />
      {hunks.length > 0 && <SideActions side={side} />}
      {diffs}
      {side.growing !== null && <Growing growing={side.growing} />}
      <MismatchList mismatches={side.mismatches} />
      <Readings key={`bottom:${turn}`} side={side} place="bottom" settled={readingsPlace} />
    </>
  );
}

/** The edit that is being written at the moment. */
function Growing({ growing }: { readonly growing: NonNullable<SideOutline['growing']> }): JSX.Element {
  const { texts } = usePanel();
  return (
    <div class="growing-edit">
      <span class="path">{growing.path === null ? texts.writingEdit : showHiddenCharacters(growing.path)}</span>
      <span>{formatCount(growing.lines, texts.lineSoFar, texts.linesSoFar)}</span>
      <span class="caret" aria-hidden="true" />
    </div>
  );
}
