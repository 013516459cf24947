import type { JSX } from 'preact';
import type { PreviewTexts } from '../../shared/previewTexts.ts';
import type { PageNote } from '../../shared/previewView.ts';
import { fill } from '../comparison/format.ts';
import { usePreview } from './previewContext.ts';

/** How a component's page differs from what the project would show. */
export function PageNotes({ notes }: { readonly notes: readonly PageNote[] }): JSX.Element | null {
  const { texts } = usePreview();
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={`${note.kind} ${note.name}`} class={note.kind}>
          {noteText(note, texts)}
        </li>
      ))}
    </ul>
  );
}

function noteText(note: PageNote, texts: PreviewTexts): string {
  switch (note.kind) {
    case 'missing':
      return fill(texts.missingPackage, note.name);
    case 'version':
      return fill(texts.otherVersion, note.name, note.shown, note.wanted);
    case 'no-tailwind':
      return texts.noTailwind;
    case 'styling':
      return fill(texts.styling, note.name);
  }
}
