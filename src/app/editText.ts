import type { FileEdit } from '../core/edits/toolCall.ts';

/** An edit as text that a person can read and copy. */
export function textOfEdit(edit: FileEdit): string {
  switch (edit.kind) {
    case 'create':
      return edit.text;
    case 'delete':
      return '';
    case 'rename':
      return `${edit.path} → ${edit.newPath}`;
    case 'patch':
      return edit.diff;
    case 'insert':
      return edit.text;
    case 'replace':
      return edit.newText;
  }
}
