import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How long nobody can have seen yet that a button changed, in milliseconds. */
const blinkMs = 400;

/**
 * True for a moment after answers have ended by themselves, while the button that cancelled them already asks again.
 * Whoever means to cancel may press a moment after the end; that must not send, and pay for, a new request.
 *
 * @param cancelled whether it was the person who ended them, who then knows
 */
export function useJustEnded(underWay: boolean, cancelled: boolean): boolean {
  const [justEnded, setJustEnded] = useState(false);
  const before = useRef(underWay);
  useLayoutEffect(() => {
    const ended = before.current && !underWay && !cancelled;
    before.current = underWay;
    setJustEnded(ended);
    if (!ended) return undefined;
    const timer = window.setTimeout(() => setJustEnded(false), blinkMs);
    return () => window.clearTimeout(timer);
  }, [underWay, cancelled]);
  return justEnded;
}
