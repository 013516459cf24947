import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { previewKind } from '../../core/preview/previewKind.ts';
import type { PageView, PreviewSideView } from '../../shared/previewView.ts';
import { fill } from '../comparison/format.ts';
import { SideMark } from '../comparison/sideMark.tsx';
import type { FrameEnvelope, FrameMessages } from '../previewFrame/frameMessages.ts';
import { EvidenceList } from './evidenceList.tsx';
import { FaultBanner, FaultyPage } from './faultBanner.tsx';
import type { FrameStage } from './frameStage.ts';
import { measureNarrow } from './narrowWidth.ts';
import type { PageControls } from './pageControls.ts';
import { PageViewport } from './pageViewport.tsx';
import { PictureActions } from './pictureActions.tsx';
import { usePreview } from './previewContext.ts';
import { PropsEditor } from './props/propsEditor.tsx';
import { ScriptsSwitch } from './scriptsSwitch.tsx';
import { noEvidence, type SideEvidence } from './sideEvidence.ts';
import { sideId } from './sideTabs.tsx';
import { lastingReason, placeholderOf, statusOf } from './sideWords.ts';
import { useFrameWatch } from './useFrameWatch.ts';
import { usePicture } from './usePicture.ts';

interface SideColumnProps {
  readonly view: PreviewSideView;
  readonly path: string;
  readonly stage: RefObject<FrameStage | null>;
  readonly evidence: SideEvidence;
  readonly onEvidence: (change: (before: SideEvidence) => SideEvidence) => void;
  readonly onScroll: (ratio: number) => void;
  readonly onControls: (change: Partial<PageControls>) => void;
}

/** One side: whose page it is, the page, and what was found out about it. */
export function SideColumn(props: SideColumnProps): JSX.Element {
  const { view, path, stage, evidence, onEvidence, onScroll, onControls } = props;
  const { texts, send, checker } = usePreview();
  const { side, label, page } = view;
  const measuring = useRef<HTMLDivElement>(null);
  const shown = useRef<PageView | null>(null);
  const watch = useFrameWatch(stage, page.kind === 'page' && page.runsScripts, () => {
    stage.current?.clear();
    send('scripts-stopped', { side, stuck: true });
  });

  const camera = usePicture(stage);
  const check = (script: string, { component }: PageView) =>
    // A drawing is a part of some page, too.
    stage.current?.post('check', { script, isComponent: component !== null || previewKind(path) === 'svg' });
  const didShow = (drawn: PageView) => {
    shown.current = drawn;
    onEvidence(() => ({ ...noEvidence, state: drawn.complete ? 'checking' : 'none' }));
    if (!drawn.complete) return;
    if (checker === null) send('checker-asked', {});
    else check(checker, drawn);
    if (measuring.current === null) return;
    void measureNarrow(drawn, measuring.current).then((narrow) => {
      if (shown.current?.revision === drawn.revision) onEvidence((before) => ({ ...before, narrow }));
    });
  };
  const didTell = (message: FrameEnvelope<FrameMessages>) => {
    switch (message.type) {
      case 'frame-checked': {
        const { violations } = message.payload;
        return onEvidence((before) =>
          before.state !== 'checking'
            ? before
            : { ...before, state: violations === null ? 'failed' : 'told', violations: violations ?? [] },
        );
      }
      case 'frame-logged':
        return onEvidence((before) => ({ ...before, messages: message.payload.messages }));
      case 'frame-pictured':
        return camera.didTell(message.payload.png);
      case 'frame-scrolled':
        return onScroll(message.payload.ratio);
      case 'frame-alive':
        return watch.didAnswer();
      case 'frame-measured':
      case 'frame-ready':
        return undefined;
    }
  };
  useEffect(() => {
    if (checker !== null && shown.current?.complete === true) check(checker, shown.current);
  }, [checker, stage]);

  return (
    <section id={sideId(side)} class={`side ${side}`} aria-label={fill(texts.sideName, label)}>
      <header class="side-heading">
        <SideMark side={side} />
        <h2>{label}</h2>
        <span class={`dim status ${view.status}`} role="status">
          {statusOf(view, texts)}
        </span>
        {page.kind === 'page' && <PictureActions side={side} label={label} camera={camera} />}
        <ScriptsSwitch view={view} onControls={onControls} />
      </header>
      {page.kind === 'page' ? (
        <PageViewport
          page={page}
          title={fill(texts.frameTitle, label, path)}
          listener={{ didShow, didTell }}
          stage={stage}
        />
      ) : page.kind === 'faulty' ? (
        <FaultyPage fault={page.fault} />
      ) : (
        <p class={`viewport empty ${view.underWay ? 'awaited' : ''}`}>{placeholderOf(page, view, texts)}</p>
      )}
      {/* Below the page, which must not move when it comes. */}
      {page.kind === 'page' && page.fault !== null && <FaultBanner fault={page.fault} />}
      <div class="measuring-place" ref={measuring} aria-hidden="true" />
      <PropsEditor key={path} view={view} />
      {page.kind === 'page' && (
        <EvidenceList
          label={label}
          page={page}
          figures={view.figures}
          noScripts={lastingReason(view, texts)}
          evidence={evidence}
          onPoint={(selector) => stage.current?.post('highlight', { selector })}
        />
      )}
    </section>
  );
}
