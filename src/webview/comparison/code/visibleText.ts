/** A stretch of text as it can be shown: ordinary, or a character that would hide or reorder what stands there. */
export interface TextPart {
  readonly text: string;
  readonly hidden: boolean;
}

/**
 * Characters that a reviewer would not see, or that change what he sees: controls (tab and line ends aside), soft
 * hyphen, bidirectional marks and overrides, zero-width characters, fillers, line and paragraph separators, variation
 * selectors, tags.
 */
const hiddenCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/u;

const everyHiddenCharacter = new RegExp(hiddenCharacters.source, 'gu');

/** True when some character of the text cannot be seen as it stands. */
export function hasHiddenCharacters(text: string): boolean {
  return hiddenCharacters.test(text);
}

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
  return text
    .split(/\r?\n/)
    .map(showHiddenCharacters)
    .join('\n');
}

/** The text with every hidden character written out, for places that take plain text only. */
export function showHiddenCharacters(text: string): string {
  return text.replace(everyHiddenCharacter, nameOfCharacter);
}
