import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { mountPage } from '../mountPage.tsx';
import { ComparisonPanel } from './comparisonPanel.tsx';
import { ErrorBoundary } from './errorBoundary.tsx';
import { hostMessages, sender, type VsCodeApi } from './hostPort.ts';
import { applyHostMessage, emptyPanelState } from './panelState.ts';
import './styles/comparison.css';
import { initialViewState, restoreViewState, type ViewState } from './viewState.ts';

/** How long after the last change the panel's own state is saved, in milliseconds. */
const saveDelay = 200;

function Root({ api }: { readonly api: VsCodeApi }): JSX.Element | null {
  const [{ view, words, lostTrack }, receive] = useReducer(applyHostMessage, emptyPanelState);
  const [viewState, setViewState] = useState<ViewState>(initialViewState(null));
  const comparisonId = view?.comparisonId ?? null;
  const latestId = useRef(comparisonId);
  latestId.current = comparisonId;
  const [send] = useState(() => sender(api, () => latestId.current));
  const changeViewState = useCallback((change: (state: ViewState) => ViewState) => setViewState(change), []);

  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      for (const message of hostMessages(event, window.origin)) receive(message);
    };
    window.addEventListener('message', listen);
    send('panel-ready', {});
    return () => window.removeEventListener('message', listen);
  }, [send]);
  useEffect(() => {
    if (lostTrack) send('panel-ready', {});
  }, [lostTrack, send]);

  useLayoutEffect(() => {
    if (comparisonId === null || viewState.comparisonId === comparisonId) return;
    const restored = restoreViewState(api.getState(), comparisonId);
    // At once: it is by this that VS Code knows after a restart which comparison the panel was about.
    api.setState(restored);
    setViewState(restored);
    requestAnimationFrame(() => window.scrollTo(0, restored.scrollTop));
  }, [comparisonId, viewState.comparisonId, api]);
  useSaving(api, viewState);

  if (view === null || viewState.comparisonId !== comparisonId) return null;
  const { texts } = view;
  return (
    <ErrorBoundary
      subject={view}
      sentence={texts.crashed}
      reload={texts.reload}
      onReload={() => send('panel-ready', {})}
    >
      <ComparisonPanel view={view} words={words} viewState={viewState} changeViewState={changeViewState} send={send} />
    </ErrorBoundary>
  );
}

/** Keeps what the person did to the panel over a reload, where it was scrolled to included. */
function useSaving(api: VsCodeApi, viewState: ViewState): void {
  useEffect(() => {
    if (viewState.comparisonId === null) return undefined;
    let timer = 0;
    const save = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => api.setState({ ...viewState, scrollTop: window.scrollY }), saveDelay);
    };
    save();
    window.addEventListener('scroll', save, { passive: true });
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('scroll', save);
    };
  }, [api, viewState]);
}

mountPage(Root);
