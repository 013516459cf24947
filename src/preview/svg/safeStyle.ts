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

/**
 * A style sheet without the rules that name something outside of the drawing; what stands within a condition or makes a
 * movement stays there. Empty where that cannot be told.
 */
export function safeStyle(css: string): string {
  if (isSafeStyle(css)) return css.trim();
  const safe = safeRules(withoutComments(css)).trim();
  return isSafeStyle(safe) ? safe : '';
}

const quoted = /"[^"\n]*"|'[^'\n]*'/g;

function safeRules(css: string): string {
  return rulesIn(css)
    .map(({ before, within }) => {
      if (!within.replace(quoted, '').includes('{')) return `${before}{${within}}`;
      const inner = safeRules(within);
      return inner === '' ? '' : `${before}{${inner}}`;
    })
    .filter(isSafeStyle)
    .join('');
}

/** Rules with what stands in their braces; statements without any are left out, as all of them name something. */
function rulesIn(css: string): readonly { readonly before: string; readonly within: string }[] {
  const rules: { readonly before: string; readonly within: string }[] = [];
  let begin = 0;
  let open = 0;
  let depth = 0;
  for (const { 0: mark, index } of css.matchAll(/"[^"\n]*"|'[^'\n]*'|[{};]/g)) {
    if (mark === '{') {
      if (depth === 0) open = index;
      depth += 1;
    } else if (mark === '}') {
      depth -= 1;
      if (depth === 0) rules.push({ before: css.slice(begin, open), within: css.slice(open + 1, index) });
      if (depth <= 0) {
        depth = 0;
        begin = index + 1;
      }
    } else if (mark === ';' && depth === 0) begin = index + 1;
  }
  return rules;
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
}
