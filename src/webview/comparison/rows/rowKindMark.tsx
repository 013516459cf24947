import type { JSX } from 'preact';
import { SideMark } from '../sideMark.tsx';
import type { RowKind } from './comparisonRows.ts';

/** How both answers stand to each other, as a sign: equal, unequal, or whose it alone is. */
export function RowKindMark({ kind }: { readonly kind: RowKind }): JSX.Element {
  if (kind === 'left' || kind === 'right') return <SideMark side={kind} />;
  return (
    <span class={`kind-sign ${kind}`} aria-hidden="true">
      {kind === 'agreed' ? '=' : '≠'}
    </span>
  );
}
