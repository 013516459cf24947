import type { JSX } from 'preact';
import type { HunkNote } from './hunkNotes.ts';
import { Icon } from './icon.tsx';

/** What to know about a hunk before choosing; nothing at all for most hunks. */
export function NoteTags({ notes }: { readonly notes: readonly HunkNote[] }): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <div class="hunk-notes">
      {notes.map(({ kind, text, hint }) => (
        <span key={text} class={`hunk-note ${kind}`} {...(hint === null ? {} : { title: hint })}>
          {kind === 'caution' && <Icon name="warning" />}
          {text}
        </span>
      ))}
    </div>
  );
}
