import type { PageView } from '../../shared/previewView.ts';
import { readFrameMessage } from './frameMessage.ts';
import { createFrame } from './frameStage.ts';

/** The width of a small telephone, in CSS pixels. */
export const narrowWidth = 375;
const longestWait = 5000;

/**
 * Draws a page unseen in a frame of a small telephone's size, and gives how wide its content is there; null when the page
 * does not say.
 */
export function measureNarrow(page: PageView, place: HTMLElement): Promise<number | null> {
  const frame = createFrame(page.document, '');
  frame.classList.add('measuring');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  return new Promise((resolve) => {
    const end = (width: number | null) => {
      window.clearTimeout(timer);
      window.removeEventListener('message', hear);
      frame.remove();
      resolve(width);
    };
    const timer = window.setTimeout(() => end(null), longestWait);
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.contentWindow) return;
      const message = readFrameMessage(data);
      if (message?.type === 'frame-ready') frame.contentWindow?.postMessage({ type: 'measure', payload: {} }, '*');
      if (message?.type === 'frame-measured') end(message.payload.width);
    };
    window.addEventListener('message', hear);
    place.append(frame);
  });
}
