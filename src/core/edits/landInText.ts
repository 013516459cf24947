import { type EditResult, failedEdit } from './editResult.ts';
import { landPatch } from './landPatch.ts';
import { landReplace } from './landReplace.ts';
import { readPatchSections } from './patchSection.ts';
import { type PlainText, plainText } from './plainText.ts';
import type { FileEdit } from './toolCall.ts';

/** Lands an edit that changes a text in places. */
export function landInText(
  text: PlainText,
  edit: Extract<FileEdit, { kind: 'patch' | 'replace' | 'insert' }>,
): EditResult {
  switch (edit.kind) {
    case 'patch': {
      const sections = readPatchSections(edit.diff);
      return 'kind' in sections ? failedEdit(sections.reason) : landPatch(text, sections);
    }
    case 'replace':
      return landReplace(text, edit.oldText, edit.newText);
    case 'insert':
      return landInsert(text, edit.afterLine, edit.text);
  }
}

function landInsert(text: PlainText, afterLine: number, inserted: string): EditResult {
  const count = text.lines.length;
  if (afterLine > count) {
    return failedEdit(`The file has ${count} lines, so nothing can be inserted after line ${afterLine}.`);
  }
  const added = plainText(inserted);
  const lines = text.lines.toSpliced(afterLine, 0, ...added.lines);
  const endsWithNewline = count === 0 ? added.endsWithNewline : text.endsWithNewline;
  return { kind: 'landed', text: { lines, endsWithNewline }, tier: 'exact', marks: [], failures: [] };
}
