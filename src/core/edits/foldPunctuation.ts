/** Typographic characters and the plain ones that models write in their stead. */
const plainForms: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u02BC\uFF07]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]/g, '"'],
  [/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-'],
  [/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' '],
  [/[\u200B-\u200D\u2060\uFEFF]/g, ''],
  [/\u2026/g, '...'],
  [/\uFF08/g, '('],
  [/\uFF09/g, ')'],
  [/\uFF0C/g, ','],
  [/\uFF1A/g, ':'],
  [/\uFF1B/g, ';'],
];

/** The text with quotes, dashes, blanks and dots in their plain ASCII form. For comparing only. */
export function foldPunctuation(text: string): string {
  // Most lines have nothing to fold, and every line of a file is asked for.
  if (/^[\t\x20-\x7e]*$/.test(text)) {
    return text;
  }
  return plainForms.reduce((folded, [form, plain]) => folded.replace(form, plain), text.normalize('NFC'));
}
