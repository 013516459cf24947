/** Words of a source text; what is in brackets belongs to the word as long as no white space is in it. */
const words = /(?:[^\s"'`<>{}()[\]\\;,=]|\[(?:[^\s[\]]|\[[^\s[\]]*\])*\]|\([^\s()]*\))+/g;
const group = /\[((?:[^\s[\]]|\[[^\s[\]]*\])*)\]|\(([^\s()]*)\)/g;

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

/**
 * Everything in texts of any language that could be a class of Tailwind's. Most of it is none: Tailwind knows what is.
 * https://tailwindcss.com/docs/detecting-classes-in-source-files
 */
export function classCandidates(texts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const text of texts)
    addWords(
      text.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => entities[entity] ?? entity),
      found,
    );
  return [...found];
}

function addWords(text: string, found: Set<string>): void {
  for (const [word] of text.matchAll(words)) {
    // `class:hidden={…}` of Svelte's, and `hidden:` as a key of an object.
    const bare = word.replace(/^class:/, '').replace(/[:.]+$/, '');
    if (bare === '') continue;
    found.add(bare);
    if (/^[\w-]+:/.test(bare)) found.add(bare.slice(0, bare.indexOf(':')));
    for (const [, squared, round] of bare.matchAll(group)) addWords(squared ?? round ?? '', found);
  }
}
