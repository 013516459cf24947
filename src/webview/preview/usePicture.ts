import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FrameStage } from './frameStage.ts';
import { usePreview } from './previewContext.ts';

/** A page that has no picture by then has none, in milliseconds. */
const longestDrawing = 20_000;

/** Takes pictures of a stage's page. */
export interface Camera {
  /** The page as a PNG; null where none could be made. */
  readonly take: () => Promise<ArrayBuffer | null>;
  /** The frame told what it made. */
  readonly didTell: (png: ArrayBuffer | null) => void;
}

/** Has the painter's text fetched on first use, and one picture made at a time. */
export function usePicture(stage: RefObject<FrameStage | null>): Camera {
  const { painter, send } = usePreview();
  const waiting = useRef<((png: ArrayBuffer | null) => void) | null>(null);
  useEffect(() => {
    if (painter !== null && waiting.current !== null) stage.current?.post('picture', { script: painter });
  }, [painter, stage]);
  return {
    take: () =>
      new Promise((resolve) => {
        waiting.current?.(null);
        const timer = window.setTimeout(() => waiting.current?.(null), longestDrawing);
        waiting.current = (png) => {
          window.clearTimeout(timer);
          waiting.current = null;
          resolve(png);
        };
        if (painter === null) send('painter-asked', {});
        else stage.current?.post('picture', { script: painter });
      }),
    didTell: (png) => waiting.current?.(png),
  };
}
