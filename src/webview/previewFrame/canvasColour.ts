/** Whether a computed colour lets everything through. */
function isClear(colour: string): boolean {
  return colour === '' || colour === 'transparent' || /, 0\)$/.test(colour);
}

/** The colour that the page gives its canvas by its root element or its body; null where it gives none. */
export function pageColour(): string | null {
  const own = getComputedStyle(document.documentElement).backgroundColor;
  const body = document.body === null ? '' : getComputedStyle(document.body).backgroundColor;
  return [own, body].find((colour) => !isClear(colour)) ?? null;
}

/**
 * Does something while the root element has the browser's own colour behind it, where the page gives none: it is white
 * or dark by the page's `color-scheme`, and what reads styles sees no colour at all.
 */
export async function withCanvasColour<Result>(act: () => Promise<Result>): Promise<Result> {
  if (pageColour() !== null) return await act();
  const { style } = document.documentElement;
  const before = style.backgroundColor;
  style.backgroundColor = 'Canvas';
  try {
    return await act();
  } finally {
    style.backgroundColor = before;
  }
}
