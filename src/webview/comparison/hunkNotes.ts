import type { Hunk } from '../../core/diff/hunk.ts';
import type { CareReason } from '../../core/diff/hunkCare.ts';
import type { PanelTexts } from '../../shared/panelTexts.ts';
import type { NamedHunk } from './hunkNames.ts';

/** Something about a hunk that a person should know before choosing. */
export interface HunkNote {
  readonly kind: 'caution' | 'plain';
  readonly text: string;
  /** More words, on hovering. */
  readonly hint: string | null;
}

/**
 * Everything to know about a hunk before choosing, what matters most first.
 *
 * @param drifted whether the person's code changed where the hunk belongs
 */
export function hunkNotes(
  { hunk, care }: Pick<NamedHunk, 'hunk' | 'care'>,
  drifted: boolean,
  texts: PanelTexts,
): readonly HunkNote[] {
  const notes: HunkNote[] = care.map((reason) => noteOf(reason, hunk, texts));
  if (drifted) notes.push({ kind: 'caution', text: texts.codeChangedHere, hint: null });
  if (hunk.tier === 'whitespace') notes.push({ kind: 'plain', text: texts.placedByWhitespace, hint: null });
  if (hunk.edited) notes.push({ kind: 'plain', text: texts.editedByYou, hint: null });
  return notes;
}

function noteOf(reason: CareReason, hunk: Hunk, texts: PanelTexts): HunkNote {
  switch (reason) {
    case 'loose-match':
      return { kind: 'caution', text: looseMatchText(hunk, texts), hint: null };
    case 'hidden-characters':
      return { kind: 'caution', text: texts.hiddenCharacters, hint: null };
    case 'protected-file':
      return { kind: 'caution', text: texts.protectedFile, hint: texts.protectedFileExplained };
  }
}

function looseMatchText({ tier }: Hunk, texts: PanelTexts): string {
  if (tier === 'indentation') return texts.placedByIndentation;
  return tier === 'punctuation' ? texts.placedByPunctuation : texts.placedByFuzzyMatch;
}
