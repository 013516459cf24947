import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { ImageDraft } from '../../shared/imageMessages.ts';
import { ErrorBoundary } from '../comparison/errorBoundary.tsx';
import type { VsCodeApi } from '../comparison/hostPort.ts';
import { mountPage } from '../mountPage.tsx';
import { useHostMessages } from '../useHostMessages.ts';
import { imageHostMessage, imageSender } from './hostPort.ts';
import { type ImageContext, ImageContextSource } from './imageContext.ts';
import { ImagePage } from './imagePage.tsx';
import { applyImageMessage } from './imageState.ts';
import { type Looks, restoreLooks } from './looks.ts';
import './styles/image.css';

function Root({ api }: { readonly api: VsCodeApi }): JSX.Element | null {
  const [view, dispatch] = useReducer(applyImageMessage, null);
  const [looks, setLooks] = useState(() => restoreLooks(api.getState()));
  const [draft, setDraft] = useState<ImageDraft | null>(null);
  const [send] = useState(() => imageSender(api));

  useHostMessages(imageHostMessage, dispatch, send);
  const [assetId, instruction, options] = [view?.assetId, view?.instruction, view?.options];
  useEffect(() => {
    // What is typed comes back with the panel, whether the host has heard of it or not.
    if (assetId !== undefined) api.setState({ assetId, ...looks, instruction, options, ...draft });
  }, [api, assetId, instruction, options, draft, looks]);

  const changeLooks = useCallback((change: Partial<Looks>) => setLooks((before) => ({ ...before, ...change })), []);
  const [texts, locale] = [view?.texts, view?.locale];
  const context = useMemo<ImageContext | null>(
    () => (texts === undefined || locale === undefined ? null : { texts, locale, send, looks }),
    [texts, locale, send, looks],
  );
  if (view === null || context === null) return null;
  return (
    <ErrorBoundary
      subject={view}
      sentence={view.texts.crashed}
      reload={view.texts.showAgain}
      onReload={() => send('panel-ready', {})}
    >
      <ImageContextSource.Provider value={context}>
        <ImagePage view={view} onLooks={changeLooks} onDraft={setDraft} />
      </ImageContextSource.Provider>
    </ErrorBoundary>
  );
}

mountPage(Root);
