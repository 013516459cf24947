import { useLayoutEffect, useRef } from 'preact/hooks';

/** How long nobody can have seen yet that the button changed, in milliseconds. */
const blinkMs = 600;

/**
 * Guards a button that cancels while an answer is under way and asks again once it has ended. Whoever means to cancel
 * may press a moment after the end; that must not send, and pay for, a new request.
 *
 * @returns whether a press means to ask again, to be called when it comes
 */
export function useAskAgainGuard(underWay: boolean): () => boolean {
  const endedAt = useRef(Number.NEGATIVE_INFINITY);
  const before = useRef(underWay);
  useLayoutEffect(() => {
    if (before.current && !underWay) endedAt.current = performance.now();
    before.current = underWay;
  }, [underWay]);
  return () => performance.now() - endedAt.current > blinkMs;
}
