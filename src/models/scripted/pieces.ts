/** A text in pieces of about a word or two, as models stream it; joined they are the text again. */
export function pieces(text: string): readonly string[] {
  return text.match(/\s*\S{1,12}|\s+/g) ?? [];
}
