import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PreviewTexts } from '../../shared/previewTexts.ts';
import type { SendPreview } from './hostPort.ts';
import type { PageControls } from './pageControls.ts';

/** What every part of the page needs. */
export interface PreviewContext {
  readonly texts: PreviewTexts;
  readonly locale: string;
  readonly send: SendPreview;
  readonly controls: PageControls;
  /** axe-core's text, or null before it is there. */
  readonly checker: string | null;
  /** The text of what draws pictures of pages, or null before it is there. */
  readonly painter: string | null;
}

/** Provides it. */
export const PreviewContextSource = createContext<PreviewContext | null>(null);

/** @throws Error outside of a provider, which is a bug. */
export function usePreview(): PreviewContext {
  const context = useContext(PreviewContextSource);
  if (context === null) throw new Error('The preview is drawn outside of its context.');
  return context;
}
