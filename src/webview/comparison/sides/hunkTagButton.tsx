import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { type NamedHunk, othersOf, tagOf } from '../hunkNames.ts';
import { usePanel } from '../panelContext.ts';

/** Says how a hunk stands to the other side's; pressing it goes there. */
export function HunkTagButton({ named }: { readonly named: NamedHunk }): JSX.Element {
  const { view, names, texts, goToHunk } = usePanel();
  const others = othersOf(view, named.side);
  const { choices } = view;
  const tag = useMemo(() => tagOf(named, names, choices, others, texts), [named, names, choices, others, texts]);
  if (tag === null) return <span class="tag-place" />;
  return (
    <span class="tag-place">
      <button type="button" class={`tag ${tag.kind}`} title={tag.text} onClick={() => goToHunk(tag.hunkId)}>
        {tag.text}
      </button>
    </span>
  );
}
