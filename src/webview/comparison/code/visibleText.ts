import { hasHiddenCharacters, hiddenCharacters } from '../../../core/diff/hiddenCharacters.ts';

/** A stretch of text as it can be shown: ordinary, or a character that would hide or reorder what stands there. */
export interface TextPart {
  readonly text: string;
  readonly hidden: boolean;
}

const everyHiddenCharacter = new RegExp(hiddenCharacters.source, 'gu');

/** Cuts a text so that each hidden character stands alone; joining the parts gives the text back. */
export function splitHiddenCharacters(text: string): readonly TextPart[] {
  if (!hasHiddenCharacters(text)) return text === '' ? [] : [{ text, hidden: false }];
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(everyHiddenCharacter)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), hidden: false });
    parts.push({ text: match[0], hidden: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hidden: false });
  return parts;
}

/** How a hidden character is written for people, e.g. `[U+202E]`. */
export function nameOfCharacter(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Like {@link showHiddenCharacters} for a text of several lines, whose line ends stay. */
export function showHiddenInLines(text: string): string {
  return text.split(/\r?\n/).map(showHiddenCharacters).join('\n');
}

/** The text with every hidden character written out, for places that take plain text only. */
export function showHiddenCharacters(text: string): string {
  return text.replace(everyHiddenCharacter, nameOfCharacter);
}
