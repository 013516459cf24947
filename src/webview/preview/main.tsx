import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { PreviewLook } from '../../shared/previewView.ts';
import { ErrorBoundary } from '../comparison/errorBoundary.tsx';
import type { VsCodeApi } from '../comparison/hostPort.ts';
import { mountPage } from '../mountPage.tsx';
import { useHostMessages } from '../useHostMessages.ts';
import { previewHostMessage, previewSender } from './hostPort.ts';
import { type PageControls, restoreControls } from './pageControls.ts';
import { type PreviewContext, PreviewContextSource } from './previewContext.ts';
import { PreviewPage } from './previewPage.tsx';
import { applyPreviewMessage, emptyPreviewState } from './previewState.ts';
import './styles/preview.css';

/** How often the host hears that this page is alive, in milliseconds; scripts of others may have stopped it. */
const aliveEvery = 1000;

function Root({ api }: { readonly api: VsCodeApi }): JSX.Element | null {
  const [{ view, checker, painter }, dispatch] = useReducer(applyPreviewMessage, emptyPreviewState);
  const [controls, setControls] = useState(() => restoreControls(api.getState()));
  const [send] = useState(() => previewSender(api));

  useHostMessages(previewHostMessage, dispatch, send);
  useEffect(() => {
    const timer = window.setInterval(() => send('page-alive', {}), aliveEvery);
    return () => window.clearInterval(timer);
  }, [send]);
  useEffect(() => api.setState(controls), [api, controls]);

  const changeControls = useCallback(
    (change: Partial<PageControls>) => setControls((before) => ({ ...before, ...change })),
    [],
  );
  const look = view?.look;
  const changeLook = useCallback(
    (change: Partial<PreviewLook>) => {
      if (look !== undefined && view !== null) {
        const changed = { ...look, ...change };
        dispatch({ type: 'view-replaced', payload: { view: { ...view, look: changed } } });
        send('look-chosen', { look: changed });
      }
    },
    [look, view, send],
  );
  const [texts, locale] = [view?.texts, view?.locale];
  const context = useMemo<PreviewContext | null>(
    () => (texts === undefined || locale === undefined ? null : { texts, locale, send, controls, checker, painter }),
    [texts, locale, send, controls, checker, painter],
  );
  if (view === null || context === null) return null;
  return (
    <ErrorBoundary
      subject={view}
      sentence={view.texts.crashed}
      reload={view.texts.showAgain}
      onReload={() => send('panel-ready', {})}
    >
      <PreviewContextSource.Provider value={context}>
        <PreviewPage view={view} onControls={changeControls} onLook={changeLook} />
      </PreviewContextSource.Provider>
    </ErrorBoundary>
  );
}

mountPage(Root);
