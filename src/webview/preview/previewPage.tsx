import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { otherSide, type Side, sides } from '../../core/side.ts';
import type { PreviewLook, PreviewView } from '../../shared/previewView.ts';
import { differenceSentence } from './differenceSentence.ts';
import { Divider } from './divider.tsx';
import type { FrameStage } from './frameStage.ts';
import type { PageControls } from './pageControls.ts';
import { usePreview } from './previewContext.ts';
import { SideColumn } from './sideColumn.tsx';
import { noEvidence, type SideEvidence } from './sideEvidence.ts';
import { SideTabs } from './sideTabs.tsx';
import { Toolbar } from './toolbar.tsx';

interface PreviewPageProps {
  readonly view: PreviewView;
  readonly onControls: (change: Partial<PageControls>) => void;
  readonly onLook: (change: Partial<PreviewLook>) => void;
}

/** Both pages, what sets them apart in a line, and how they are shown. */
export function PreviewPage({ view, onControls, onLook }: PreviewPageProps): JSX.Element {
  const { texts, controls } = usePreview();
  const stages = { left: useRef<FrameStage>(null), right: useRef<FrameStage>(null) };
  const [evidence, setEvidence] = useState<Readonly<Record<Side, SideEvidence>>>({
    left: noEvidence,
    right: noEvidence,
  });
  const change = useCallback(
    (side: Side, next: (before: SideEvidence) => SideEvidence) =>
      setEvidence((before) => ({ ...before, [side]: next(before[side]) })),
    [],
  );
  const { left, right } = evidence;
  const isOver = controls.arrangement === 'over';
  const scrolled = useRef(0);
  useEffect(() => {
    if (isOver) for (const side of sides) stages[side].current?.post('scroll-to', { ratio: scrolled.current });
  }, [isOver]);
  const areTold = left.state === 'told' && right.state === 'told';
  const column = (side: Side) => (
    <SideColumn
      view={view[side]}
      path={view.files[view.file] ?? ''}
      stage={stages[side]}
      evidence={evidence[side]}
      onEvidence={(next) => change(side, next)}
      onControls={onControls}
      onScroll={(ratio) => {
        scrolled.current = ratio;
        // Pages over each other are compared place by place.
        if (controls.scrollTogether || isOver) stages[otherSide(side)].current?.post('scroll-to', { ratio });
      }}
    />
  );
  return (
    <div class="preview">
      <Toolbar view={view} onControls={onControls} onLook={onLook} />
      {view.notice !== null && (
        <p class="notice" role="alert">
          {view.notice}
        </p>
      )}
      <p class="difference" role="status">
        {areTold ? differenceSentence(left.violations, right.violations, texts) : ''}
      </p>
      {!isOver && <SideTabs view={view} onControls={onControls} />}
      <div
        class={`sides ${controls.arrangement}`}
        data-shown={controls.narrowSide}
        style={{ '--divide': `${controls.divide}%` }}
      >
        {isOver && <Divider view={view} onControls={onControls} />}
        {column('left')}
        {column('right')}
      </div>
    </div>
  );
}
