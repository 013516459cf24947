import {
  applyEdit,
  createOverlay,
  type EditOutcome,
  type Overlay,
  textOf,
} from '../../../../src/core/edits/overlay.ts';
import type { FileEdit } from '../../../../src/core/edits/toolCall.ts';
import type { SourceFile } from '../../../../src/core/task.ts';

/** A file of a task. */
export function sourceFile(text: string, path = 'src/a.ts'): SourceFile {
  return { path, uri: `file:///w/${path}`, languageId: 'typescript', version: 1, text };
}

/** An overlay on one file. */
export function overlayOf(text: string): Overlay {
  return createOverlay([sourceFile(text)]);
}

/** What an edit makes of `src/a.ts` with that text, and how it went. */
export function edited(text: string, edit: FileEdit): { readonly text: string | null; readonly outcome: EditOutcome } {
  const { overlay, outcome } = applyEdit(overlayOf(text), edit);
  return { text: textOf(overlay, 'src/a.ts'), outcome };
}
