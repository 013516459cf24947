/**
 * One character that a reviewer would not see, or that changes what he sees: controls (tabs aside), line and paragraph
 * separators, and whatever Unicode says may be ignored when shown: bidirectional marks and overrides, zero-width
 * characters, fillers, variation selectors, tags. Halves of characters too.
 */
export const hiddenCharacters = /(?!\t)\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/u;

/** True when some character of a text without line ends cannot be seen as it stands. */
export function hasHiddenCharacters(text: string): boolean {
  return hiddenCharacters.test(text);
}
