import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel, useWords } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { isSideUnderWay } from '../panelState.ts';
import { toggleOpened } from '../viewState.ts';
import { Prose } from './prose.tsx';

/** Prose taller than this folds once there are hunks to read below it, in CSS pixels. */
const foldedHeight = 200;
/** A first answer mostly comes to its edits after a line or two; a follow-up is told above edits that are there. */
const firstHeight = 60;
const followUpHeight = 110;
/** Less than this much hidden text is not worth folding. */
const slack = 60;

/**
 * An answer's prose. While it streams it grows freely until the first hunk stands below it; from then on its height
 * stays what it is, so that a hunk never moves away from under the pointer, and the rest is a press away.
 */
export function FoldingProse({ side }: { readonly side: SideOutline }): JSX.Element | null {
  const { texts, viewState, changeViewState } = usePanel();
  const { prose } = useWords(side.side);
  const content = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState<number | null>(null);
  const [overflows, setOverflows] = useState(false);
  const hasHunks = side.hunks.length > 0;
  const growing = isSideUnderWay(side);
  const name = `prose:${side.side}:${side.attempt}:${side.turn}`;
  const open = viewState.opened.includes(name);
  useLayoutEffect(() => {
    if (!hasHunks) {
      // Without asking for the height: that lays out everything anew, for every piece that streams in.
      setLimit(null);
      setOverflows(false);
      return;
    }
    // To the fraction of a pixel while nothing is hidden, so that holding the height moves nothing by even that.
    const height =
      (limit === null ? content.current?.getBoundingClientRect().height : content.current?.scrollHeight) ?? 0;
    if (limit === null)
      setLimit(
        growing
          ? Math.max(height, side.turn > 1 ? followUpHeight : firstHeight)
          : height > foldedHeight + slack
            ? foldedHeight
            : null,
      );
    setOverflows(limit !== null && height > limit + 1);
  }, [hasHunks, growing, limit, prose]);
  if (prose === '' && !hasHunks) return null;
  const folded = limit !== null && !open;
  return (
    <div class={`prose ${folded && overflows ? 'folded' : ''}`}>
      <div
        ref={content}
        class="prose-content"
        style={{ maxHeight: folded ? `${limit}px` : 'none', minHeight: folded ? `${limit}px` : '0' }}
      >
        <Prose text={prose} growing={growing && side.status === 'writing' && side.growing === null && prose !== ''} />
      </div>
      {limit !== null && (overflows || open) && (
        <button
          type="button"
          class="button quiet prose-toggle"
          aria-expanded={open}
          onClick={() => changeViewState((state) => toggleOpened(state, name, !open))}
        >
          {open ? texts.showLess : texts.showMore}
        </button>
      )}
    </div>
  );
}
