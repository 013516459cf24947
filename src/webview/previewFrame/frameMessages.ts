import type { Evidence, Violation } from '../../core/preview/evidence.ts';

/** What a frame tells the page that holds it. It may be forged by scripts of the previewed page. */
export interface FrameMessages {
  /** The document is read and drawn. */
  'frame-ready': Record<string, never>;
  /** How far it is scrolled: 0 at the top, 1 at the end. */
  'frame-scrolled': { readonly ratio: number };
  /** Everything that was logged so far, cut. */
  'frame-logged': { readonly messages: Evidence['messages'] };
  /** What axe-core found; null when it could not be run. */
  'frame-checked': { readonly violations: readonly Violation[] | null };
  /** How wide the content is, in CSS pixels. */
  'frame-measured': { readonly width: number };
  /** The page as a PNG; null when it could not be drawn. */
  'frame-pictured': { readonly png: ArrayBuffer | null };
  'frame-alive': Record<string, never>;
}

/** What the page asks of a frame. */
export interface FrameCommands {
  'scroll-to': { readonly ratio: number };
  /** Run this text of axe-core's, and tell what it finds: on a page, or on a component that stands alone on one. */
  check: { readonly script: string; readonly isComponent: boolean };
  measure: Record<string, never>;
  /** Mark this element, or none for null. */
  highlight: { readonly selector: string | null };
  /** Draw the page by this text of ours, and tell the picture. */
  picture: { readonly script: string };
  ping: Record<string, never>;
}

/** How a message of either direction travels. */
export type FrameEnvelope<Messages> = {
  readonly [Name in keyof Messages]: { readonly type: Name; readonly payload: Messages[Name] };
}[keyof Messages];

/** No frame may tell more, in elements, messages and characters of a text. */
export const frameLimits = { violations: 100, elements: 20, messages: 50, text: 500 } as const;
