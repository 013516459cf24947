import { type PlainLiteral, plainLiteral } from './plainLiteral.ts';

/**
 * What a Tailwind configuration written in JavaScript says in plain literals, without running it. Null where none of it
 * can be read. https://v3.tailwindcss.com/docs/configuration
 *
 * @param text a `tailwind.config.*`, or a page's script that sets `tailwind.config`
 */
export function tailwindConfig(text: string): PlainLiteral | null {
  const beginning =
    /(?:export\s+default|module\.exports\s*=|(?:window\.)?tailwind\.config\s*=|(?:const|let|var)\s+config\b[^={]*=)\s*(?:(?:defineConfig|withTV)\s*\(\s*)?(?=\{)/.exec(
      text,
    );
  if (beginning === null) return null;
  const literal = plainLiteral(text, beginning.index + beginning[0].length);
  if (literal === null) return null;
  // What is scanned is decided here, and plugins are code.
  const { content: _content, plugins, presets, ...value } = literal.value;
  const hasCode = [plugins, presets].some((list) => Array.isArray(list) && list.length > 0);
  return { value, hasMore: literal.hasMore || hasCode };
}
