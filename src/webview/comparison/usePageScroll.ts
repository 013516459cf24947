import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Page } from './viewState.ts';

/** Each page of the panel begins at its top, and is found again where it was left. */
export function usePageScroll(page: Page): void {
  const tops = useRef(new Map<Page, number>());
  const shown = useRef(page);
  useEffect(() => {
    const remember = () => tops.current.set(shown.current, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, []);
  useLayoutEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    window.scrollTo(0, tops.current.get(page) ?? 0);
  }, [page]);
}
