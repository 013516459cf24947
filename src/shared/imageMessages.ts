import type { ImageOptions } from '../core/asset/imageOptions.ts';
import type { Side } from '../core/side.ts';
import type { ActionId } from './comparisonView.ts';
import type { ImageRequestView, ImageSideView, ImageView, PictureView } from './imageView.ts';

/** What the host tells the panel: nothing before `panel-ready`, then one `view-replaced`, then what changed. */
export interface ImageHostMessages {
  'view-replaced': { readonly view: ImageView };
  'side-changed': { readonly view: ImageSideView };
  'picture-changed': { readonly side: Side; readonly picture: PictureView | null };
  /** What would be sent now. */
  'requests-changed': { readonly requests: Readonly<Record<Side, ImageRequestView>> };
}

/** What is asked: the person's words, and what they chose. */
export interface ImageDraft {
  readonly instruction: string;
  readonly options: ImageOptions;
}

/** What the panel tells the host: intents, what the person typed into its fields, and no pictures or paths. */
export interface ImagePanelMessages {
  'panel-ready': Record<string, never>;
  'draft-changed': ImageDraft;
  /** Ask both models for this. */
  'images-asked': ImageDraft;
  /** Null for both. */
  'image-cancelled': { readonly side: Side | null };
  'alt-text-changed': { readonly side: Side; readonly text: string };
  'alt-text-copied': { readonly side: Side };
  'tag-copied': { readonly side: Side };
  'source-copied': { readonly side: Side };
  'image-saved': { readonly side: Side };
  'action-chosen': { readonly side: Side; readonly action: ActionId };
}

/** How a message of either direction travels. */
export type ImageEnvelope<Messages> = {
  readonly [Name in keyof Messages]: { readonly type: Name; readonly payload: Messages[Name] };
}[keyof Messages];
