/** In how many pieces an answer comes at most: a long one takes seconds, as short ones do, and not half a minute. */
const mostPieces = 250;

/** A text in pieces of about a word or two, more in a long one, as models stream it; joined they are the text again. */
export function pieces(text: string): readonly string[] {
  const words = text.match(/\s*\S{1,12}|\s+/g) ?? [];
  const length = Math.ceil(words.length / mostPieces);
  return length <= 1
    ? words
    : Array.from({ length: Math.ceil(words.length / length) }, (_, at) =>
        words.slice(at * length, (at + 1) * length).join(''),
      );
}
