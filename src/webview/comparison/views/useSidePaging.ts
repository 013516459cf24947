import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Side } from '../../../core/side.ts';
import { usePanel } from '../panelContext.ts';

/**
 * Keeps the side that is in sight and the side that the panel's state names the same, where the style sheet lays the
 * sides out as pages to turn: choosing a side scrolls to it, and whatever scrolls to a side (a swipe, the focus, a
 * search) chooses it. Does nothing where both are in sight.
 */
export function useSidePaging(element: RefObject<HTMLElement | null>): void {
  const { viewState, changeViewState } = usePanel();
  const { narrowSide } = viewState;
  useLayoutEffect(() => {
    if (element.current !== null) turnTo(element.current, narrowSide);
  }, [element, narrowSide]);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const choose = () => {
      const side = sideInSight(current);
      if (side === null) return;
      changeViewState((state) => (state.narrowSide === side ? state : { ...state, narrowSide: side }));
    };
    // Pages that get wider or narrower go on showing the same side; ones that grow must not stop a swipe.
    let width = current.clientWidth;
    const resized = new ResizeObserver(() => {
      if (current.clientWidth === width) return;
      width = current.clientWidth;
      turnTo(current, narrowSide);
    });
    resized.observe(current);
    current.addEventListener('scroll', choose, { passive: true });
    return () => {
      resized.disconnect();
      current.removeEventListener('scroll', choose);
    };
  }, [element, narrowSide, changeViewState]);
}

function turnTo(pages: HTMLElement, side: Side): void {
  if (hasPages(pages)) pages.scrollLeft = side === 'right' ? pages.scrollWidth : 0;
}

/** Null between two pages, and where there are none. */
function sideInSight(pages: HTMLElement): Side | null {
  if (!hasPages(pages)) return null;
  const page = pages.scrollLeft / pages.clientWidth;
  if (page < 0.1) return 'left';
  return page > 0.9 ? 'right' : null;
}

function hasPages(pages: HTMLElement): boolean {
  return pages.scrollWidth >= pages.clientWidth * 1.5;
}
