const typeImport = /(\bimport\s+(?:type\s[^'"]*?|\{[^{}'"]*\btype\s[^{}'"]*\}\s*)from\s*)(["'])[@~]\/([^'"\n]+)\2/g;

/**
 * A component's text in which types are imported by relative paths: the compiler follows no others by itself. `@/` and
 * `~/` mean the nearest `src`, as most templates set up; without one, they stay.
 *
 * @param path of the component's file
 */
export function withRelativeTypes(path: string, text: string): string {
  const folders = path.split('/').slice(0, -1);
  const source = folders.lastIndexOf('src');
  if (source < 0) return text;
  const up = '../'.repeat(folders.length - source - 1) || './';
  return text.replace(
    typeImport,
    (_all, before: string, quote: string, rest: string) => `${before}${quote}${up}${rest}${quote}`,
  );
}
