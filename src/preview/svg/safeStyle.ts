/** Functions and rules by which a style sheet names something outside of it, but for `url()`. */
const naming =
  /@import|@namespace|@font-face|@charset|expression\s*\(|(?:image|image-set|src|cross-fade|element|paint)\s*\(|-moz-binding|behavior\s*:|\/\//i;
const address = /url\s*\(\s*("[^"]*"|'[^']*'|[^)]*)\)/gi;
const place = /^["']?\s*#[^\s"'()\\]*\s*["']?$/;

/** Whether declarations name nothing outside of the drawing. Escapes could hide a name, and no drawing needs any. */
export function isSafeStyle(css: string): boolean {
  if (css.includes('\\') || css.includes('<')) return false;
  const plain = withoutComments(css);
  if (naming.test(plain)) return false;
  const places = [...plain.matchAll(address)];
  return (
    places.length === (plain.match(/url\s*\(/gi) ?? []).length && places.every(([, to = '']) => place.test(to.trim()))
  );
}

/** A style sheet without the rules that name something outside of the drawing; empty where that cannot be told. */
export function safeStyle(css: string): string {
  if (isSafeStyle(css)) return css.trim();
  const rules = withoutComments(css).match(/[^{};]+\{[^{}]*\}/g) ?? [];
  return rules
    .filter((rule) => isSafeStyle(rule))
    .join('')
    .trim();
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
}
