import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus a place when the element within that had it is gone, as buttons are whose work is done: it would be
 * nowhere, and the keyboard would begin at the top again.
 *
 * @param container where it is watched over
 * @param place where it goes; must be able to have it
 */
export function useKeptFocus(container: RefObject<HTMLElement | null>, place: () => HTMLElement | null): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const note = ({ target }: Event) => {
      last.current = target instanceof Element ? target : null;
    };
    // Whoever clicks beside everything has taken it away.
    const drop = ({ target }: Event) => {
      const isWithin = last.current !== null && target instanceof Node && last.current.contains(target);
      if (!isWithin) last.current = null;
    };
    element.addEventListener('focusin', note);
    document.addEventListener('pointerdown', drop);
    return () => {
      element.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', drop);
    };
  }, [container]);
  useLayoutEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) place()?.focus({ preventScroll: true });
  });
}
