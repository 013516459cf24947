import { hiddenCharacters } from '../../core/diff/hiddenCharacters.ts';

const everyHiddenCharacter = new RegExp(hiddenCharacters.source, 'gu');

/** How much of a name is shown: room for every model there is, and not for a paragraph. In characters. */
const longestName = 48;

/** Text that Markdown shows as it is, within one line. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/[\\`*_{}[\]()<>#+\-.!|~$&:@]/g, '\\$&');
}

/**
 * A name that others chose, such as a model's: escaped, cut where it is too long for a table, and with everything that
 * would hide or reorder text written out, e.g. `[U+202E]`.
 */
export function escapeName(name: string): string {
  const characters = [...name.replaceAll(/[\r\n\t]+/g, ' ')];
  const shown = characters.length > longestName ? [...characters.slice(0, longestName - 1), '…'] : characters;
  return escapeMarkdown(shown.join('').replace(everyHiddenCharacter, written));
}

function written(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
