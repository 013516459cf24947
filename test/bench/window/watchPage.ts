/** What {@link watchPage} notes in each document, under this name on its `window`. All times are `Date.now()`. */
interface PageStamps {
  /** When the last key went down. */
  keyAt: number;
  /** When the webview that this document is the frame of could first be seen. */
  visibleAt: number | null;
  /** When each numbered token was first in that webview, by its letter. */
  readonly tokens: Readonly<Record<string, number[]>>;
}

declare global {
  interface Window {
    tiebreakBench?: PageStamps;
  }
}

/**
 * Runs in every document before anything else and notes what happens there; must stand alone, as it is sent as source.
 *
 * A webview is watched from the frame around it, since VS Code fills the inner one in a way that leaves no script from
 * before. Visible means that the inner frame is shown, and that its `<main>` has content with a height that does not only
 * stand in for what is being read, at the start of a frame of the screen. A token is in the document once a node with it as its last numbered word is there: texts grow
 * in order, so all before it are there too.
 */
export function watchPage(): void {
  const stamps: PageStamps = { keyAt: 0, visibleAt: null, tokens: { a: [], b: [] } };
  window.tiebreakBench = stamps;
  const noteKey = (): void => {
    stamps.keyAt = Date.now();
  };
  window.addEventListener('keydown', noteKey, true);
  if (!location.pathname.endsWith('/webview/browser/pre/index.html')) return;

  const noteText = (text: string, now: number): void => {
    const [, letter, last] = /.*\b([ab])(\d+)\b/s.exec(text.slice(-40)) ?? [];
    const times = letter === undefined ? undefined : stamps.tokens[letter];
    while (times !== undefined && times.length <= Number(last)) times.push(now);
  };
  const observer = new MutationObserver((records) => {
    const now = Date.now();
    for (const { target, addedNodes, type } of records) {
      if (type === 'characterData') noteText(target.textContent ?? '', now);
      for (const node of addedNodes) noteText(node.textContent ?? '', now);
    }
  });
  const look = (): void => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe#active-frame');
    const main = frame?.contentDocument?.querySelector('main') ?? null;
    const hasContent = (main?.textContent ?? '').trim() !== '' && (main?.getBoundingClientRect().height ?? 0) > 0;
    const isLoading = (main?.querySelector('.loading') ?? null) !== null;
    if (
      frame === null ||
      main === null ||
      !hasContent ||
      isLoading ||
      getComputedStyle(frame).visibility !== 'visible'
    ) {
      requestAnimationFrame(look);
      return;
    }
    stamps.visibleAt = Date.now();
    observer.observe(main, { childList: true, characterData: true, subtree: true });
  };
  requestAnimationFrame(look);
}
