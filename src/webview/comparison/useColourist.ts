import { useEffect, useState } from 'preact/hooks';
import type { ColoursView } from '../../shared/comparisonView.ts';
import { Colourist } from './code/colourist.ts';
import { createTokenizer } from './code/tokenizer.ts';

/** Work for idle moments may wait this long at most, in milliseconds. */
const longestWait = 300;

/** The colourist for a theme and its grammars. Made in an idle moment, so null at first: plain text comes first. */
export function useColourist(colours: ColoursView | null): Colourist | null {
  const [made, setMade] = useState<{ readonly from: ColoursView; readonly colourist: Colourist | null } | null>(null);
  useEffect(() => {
    if (colours === null || colours.theme === null) return undefined;
    const handle = requestIdleCallback(() => setMade({ from: colours, colourist: create(colours) }), {
      timeout: longestWait,
    });
    return () => cancelIdleCallback(handle);
  }, [colours]);
  return made?.colourist ?? null;
}

/** A theme or grammar that cannot be read costs the colours, not the panel. */
function create(colours: ColoursView): Colourist | null {
  try {
    const tokenizer = createTokenizer(colours);
    return tokenizer === null ? null : new Colourist(tokenizer, whenIdle);
  } catch (error) {
    console.warn('Syntax colours are off:', error);
    return null;
  }
}

function whenIdle(work: (hasTime: () => boolean) => void): void {
  requestIdleCallback((deadline) => work(() => deadline.timeRemaining() > 3), { timeout: longestWait });
}
