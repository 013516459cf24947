import type { Frame, Page } from 'playwright-core';
import { waitUntil } from './waitUntil.ts';

/**
 * The document of the webview panel with this title, in whatever group it stands.
 *
 * A webview is a frame in a frame; VS Code gives the title to the inner one. A panel that was hidden or reloaded has a
 * new document, so ask again after either.
 *
 * @throws Error when there is none within a minute.
 */
export function findWebview(page: Page, title: string): Promise<Frame> {
  return waitUntil(`a webview titled ${title}`, async () => {
    for (const frame of page.frames()) {
      const parent = frame.parentFrame();
      if (parent === null || parent === page.mainFrame() || frame.isDetached()) {
        continue;
      }
      const element = await frame.frameElement().catch(() => undefined);
      // A frame may vanish between the two questions; then it is not the one.
      const [id, given] = await Promise.all([element?.getAttribute('id'), element?.getAttribute('title')]).catch(
        () => [],
      );
      if (id === 'active-frame' && given === title) {
        return frame;
      }
    }
    return undefined;
  });
}
