import type { Side } from '../core/side.ts';
import type { PreviewLook, PreviewSideView, PreviewView } from './previewView.ts';

/** What the host tells the preview: nothing before `panel-ready`, then one `view-replaced`, then what changed. */
export interface PreviewHostMessages {
  'view-replaced': { readonly view: PreviewView };
  'side-changed': { readonly view: PreviewSideView };
  /** The text of axe-core, once, for the frames to run. */
  'checker-told': { readonly script: string };
  /** The text of what draws pictures of pages, once, for the frames to run. */
  'painter-told': { readonly script: string };
}

/**
 * What the preview tells the host: intents, places in lists and pictures, never paths or documents, and no text but the
 * props that the person writes.
 */
export interface PreviewPanelMessages {
  'panel-ready': Record<string, never>;
  /** Another one of the listed files, by its place in the list. */
  'file-chosen': { readonly file: number };
  'look-chosen': { readonly look: PreviewLook };
  /** The props that the person wrote for a side's component, as they stand, JSON or not yet; null for the data set. */
  'props-written': { readonly side: Side; readonly json: string | null };
  /** The person wants a side's scripts run; the host asks what that takes. */
  'scripts-asked': { readonly side: Side };
  /** `stuck`: not the person's wish, but the page's silence. */
  'scripts-stopped': { readonly side: Side; readonly stuck: boolean };
  /** axe-core's text is wanted. */
  'checker-asked': Record<string, never>;
  /** The text of what draws pictures is wanted. */
  'painter-asked': Record<string, never>;
  /** The person wants a picture of a side's page saved: a PNG, drawn by the page's frame and not to be trusted. */
  'picture-taken': { readonly side: Side; readonly png: Uint8Array };
  /** The page is alive; said once a second. */
  'page-alive': Record<string, never>;
  /** The person wants to go on in the comparison's own panel. */
  'comparison-asked': Record<string, never>;
}

/** How a message of either direction travels. */
export type PreviewEnvelope<Messages> = {
  readonly [Name in keyof Messages]: { readonly type: Name; readonly payload: Messages[Name] };
}[keyof Messages];
