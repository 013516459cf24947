import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageView } from '../../shared/previewView.ts';
import { FrameStage, type StageListener } from './frameStage.ts';
import { pageSize } from './pageControls.ts';
import { usePreview } from './previewContext.ts';

interface PageViewportProps {
  readonly page: PageView;
  readonly title: string;
  readonly listener: StageListener;
  /** Where the stage is to be found once it is there. */
  readonly stage: RefObject<FrameStage | null>;
}

/** The place of a page: its frame in the width that was chosen, drawn smaller where it would not fit. */
export function PageViewport({ page, title, listener, stage }: PageViewportProps): JSX.Element {
  const { controls } = usePreview();
  const viewport = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(listener);
  latest.current = listener;
  const [room, setRoom] = useState({ width: 0, height: 0 });

  useLayoutEffect(() => {
    const element = viewport.current;
    if (element === null) return undefined;
    const read = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const created = new FrameStage(place.current, title, {
      didShow: (shown) => latest.current.didShow(shown),
      didTell: (message) => latest.current.didTell(message),
    });
    stage.current = created;
    return () => {
      created.dispose();
      stage.current = null;
    };
  }, [title, stage]);
  useEffect(() => stage.current?.show(page), [page.revision, title, stage]);

  const { width, height, scale } = pageSize(controls, room);
  return (
    <div class="viewport" ref={viewport}>
      <div class="drawn" style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
        <div
          class="stage"
          ref={place}
          style={{ width: `${width}px`, height: `${height}px`, transform: scale === 1 ? 'none' : `scale(${scale})` }}
        />
      </div>
    </div>
  );
}
