import type { PageView } from '../../shared/previewView.ts';
import type { FrameCommands, FrameEnvelope, FrameMessages } from '../previewFrame/frameMessages.ts';
import { readFrameMessage } from './frameMessage.ts';

/** A document that does not say that it is drawn is shown all the same, after this time in milliseconds. */
const longestDrawing = 1500;

/** What a stage tells of its frame. */
export interface StageListener {
  /** Another document is on the stage. */
  didShow(page: PageView): void;
  didTell(message: FrameEnvelope<FrameMessages>): void;
}

/** A document on its way to the stage. */
interface Loading {
  readonly page: PageView;
  readonly frame: HTMLIFrameElement;
  readonly timer: number;
  /** What it told before it was seen. */
  readonly told: FrameEnvelope<FrameMessages>[];
}

/**
 * Where one side's documents are shown, each in a sandboxed frame of its own. The next one loads behind the one that is
 * seen, and takes its place when it is drawn, so that nothing flashes; of those that come meanwhile the last one is next.
 */
export class FrameStage {
  readonly #place: HTMLElement;
  readonly #title: string;
  readonly #listener: StageListener;
  #shown: HTMLIFrameElement | null = null;
  #loading: Loading | null = null;
  #next: PageView | null = null;
  #ratio = 0;

  constructor(place: HTMLElement, title: string, listener: StageListener) {
    this.#place = place;
    this.#title = title;
    this.#listener = listener;
    window.addEventListener('message', this.#hear);
  }

  show(page: PageView): void {
    if (this.#loading !== null) {
      this.#next = page;
      return;
    }
    const frame = createFrame(page.document, this.#title);
    frame.classList.add('loading');
    this.#place.append(frame);
    this.#loading = { page, frame, timer: window.setTimeout(() => this.#swap(), longestDrawing), told: [] };
  }

  /** Tells the frame that is seen. */
  post<Name extends keyof FrameCommands>(type: Name, payload: FrameCommands[Name]): void {
    this.#shown?.contentWindow?.postMessage({ type, payload }, '*');
  }

  /** Takes everything off the stage. */
  clear(): void {
    if (this.#loading !== null) window.clearTimeout(this.#loading.timer);
    this.#loading?.frame.remove();
    this.#shown?.remove();
    this.#loading = null;
    this.#shown = null;
    this.#next = null;
  }

  dispose(): void {
    window.removeEventListener('message', this.#hear);
    this.clear();
  }

  /** Messages count by the window that they come from, and by nothing that they say. */
  readonly #hear = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === null) return;
    const isLoading = source === this.#loading?.frame.contentWindow;
    if (!isLoading && source !== this.#shown?.contentWindow) return;
    const message = readFrameMessage(data);
    if (message === null) return;
    if (isLoading && message.type === 'frame-ready') this.#swap();
    if (isLoading && message.type === 'frame-logged') this.#loading?.told.push(message);
    if (isLoading || message.type === 'frame-ready') return;
    if (message.type === 'frame-scrolled') this.#ratio = message.payload.ratio;
    this.#listener.didTell(message);
  };

  #swap(): void {
    if (this.#loading === null) return;
    const { page, frame, timer, told } = this.#loading;
    window.clearTimeout(timer);
    this.#loading = null;
    this.#shown?.remove();
    this.#shown = frame;
    frame.classList.remove('loading');
    if (this.#ratio > 0) this.post('scroll-to', { ratio: this.#ratio });
    this.#listener.didShow(page);
    for (const message of told.slice(-1)) this.#listener.didTell(message);
    const next = this.#next;
    this.#next = null;
    if (next !== null) this.show(next);
  }
}

/**
 * A frame for a document that is nobody's: it has an origin that nothing else has, may run what its policies let it, and
 * may do nothing else: no forms, windows, downloads or navigation.
 */
export function createFrame(document: string, title: string): HTMLIFrameElement {
  const frame = window.document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  frame.setAttribute('allow', '');
  frame.title = title;
  frame.srcdoc = document;
  return frame;
}
