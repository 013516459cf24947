import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AssetTexts } from '../../shared/assetTexts.ts';
import type { SendImage } from './hostPort.ts';
import type { Looks } from './looks.ts';

/** What every part of the page needs. */
export interface ImageContext {
  readonly texts: AssetTexts;
  readonly locale: string;
  readonly send: SendImage;
  readonly looks: Looks;
}

/** Provides it. */
export const ImageContextSource = createContext<ImageContext | null>(null);

/** @throws Error outside of a provider, which is a bug. */
export function useImage(): ImageContext {
  const context = useContext(ImageContextSource);
  if (context === null) throw new Error('The image panel is drawn outside of its context.');
  return context;
}
