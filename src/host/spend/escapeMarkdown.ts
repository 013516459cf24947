import { hiddenCharacters } from '../../core/diff/hiddenCharacters.ts';

const everyHiddenCharacter = new RegExp(hiddenCharacters.source, 'gu');

/** How much of a name is shown: room for every model there is, and not for a paragraph. In characters. */
const longestName = 48;

/** After so many characters a name may go on in the next line, so that it does not push other columns out of sight. */
const nameLine = 16;
const breakHere = '\u200b';

/** Text that Markdown shows as it is, within one line. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/[\\`*_{}[\]()<>#+\-.!|~$&:@]/g, '\\$&');
}

/**
 * A name that others chose, such as a model's: escaped, cut where it is too long for a table, and with everything that
 * would hide or reorder text written out, e.g. `[U+202E]`. A long one can go on in the next line.
 */
export function escapeName(name: string): string {
  const shown = [...plainName(name)];
  return shown.map((one, at) => (at > 0 && at % nameLine === 0 ? breakHere : '') + escapeMarkdown(one)).join('');
}

/** The same as plain text, for places that know no Markdown. */
export function plainName(name: string): string {
  const characters = [...name.replaceAll(/[\r\n\t]+/g, ' ').replace(everyHiddenCharacter, written)];
  const shown = characters.length > longestName ? [...characters.slice(0, longestName - 1), '…'] : characters;
  return shown.join('');
}

function written(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
