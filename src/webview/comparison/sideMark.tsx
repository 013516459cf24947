import type { JSX } from 'preact';
import type { Side } from '../../core/side.ts';

/** The side's mark: a square on the left, a disc on the right, so that it does not take colour to tell them apart. */
export function SideMark({ side }: { readonly side: Side }): JSX.Element {
  return <span class={`side-mark ${side}`} aria-hidden="true" />;
}
