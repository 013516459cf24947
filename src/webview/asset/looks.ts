/** What a picture stands on. */
export const grounds = ['checkerboard', 'light', 'dark'] as const;
/** How wide a picture is drawn, in pixels; null for as wide as there is room. */
export const shownSizes = [16, 32, 64, 256, null] as const;

/** How both pictures are shown; the page's own business, kept by VS Code. */
export interface Looks {
  readonly ground: (typeof grounds)[number];
  readonly size: (typeof shownSizes)[number];
}

/** From what VS Code kept, of which nothing is taken for granted. */
export function restoreLooks(state: unknown): Looks {
  const fields: Readonly<Record<string, unknown>> = typeof state === 'object' && state !== null ? { ...state } : {};
  return {
    ground: grounds.find((ground) => ground === fields.ground) ?? 'checkerboard',
    size: shownSizes.find((size) => size === fields.size) ?? null,
  };
}
