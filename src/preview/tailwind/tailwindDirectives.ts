/** A style sheet's text. */
type Sheet = { readonly css: string };

/** Whether a style sheet brings Tailwind in, as version 4 or version 3 writes it. */
export function isTailwindEntry({ css }: Sheet): boolean {
  return /@import\s+(?:url\(\s*)?["']tailwindcss(?:\/[\w.]+)?["']|@tailwind\s+(?:base|components|utilities)\b/.test(
    css,
  );
}

/** Whether a style sheet is written in the way of version 3. */
export function isVersion3Entry(css: string): boolean {
  return /@tailwind\s+base\b/.test(css);
}

/** Whether a style sheet means anything only to Tailwind. */
export function hasDirectives({ css }: Sheet): boolean {
  return /@(?:apply|reference|theme|utility|variant|custom-variant|plugin|config|source|screen|tailwind)\b|(?:--spacing|--alpha|\btheme)\(/.test(
    css,
  );
}

/** A style sheet without its references: it is read together with what it refers to. */
export function withoutReferences(css: string): string {
  return css.replace(/@reference\s+[^;]+;?/g, '');
}

/**
 * Version 3's directives in version 4's terms, with the one colour whose default changed.
 * https://tailwindcss.com/docs/upgrade-guide
 */
export function asVersion4(css: string): string {
  return css
    .replace(/@tailwind\s+base\s*;?/g, baseOfVersion3)
    .replace(/@tailwind\s+components\s*;?/g, '')
    .replace(/@tailwind\s+utilities\s*;?/g, '@layer utilities { @tailwind utilities; }')
    .replace(/@tailwind\s+variants\s*;?/g, '')
    .replace(/@screen\s+(\w+)/g, '@variant $1');
}

const baseOfVersion3 = `@layer theme, base, components, utilities;
@import "tailwindcss/theme.css" layer(theme);
@import "tailwindcss/preflight.css" layer(base);
@layer base {
  *, ::after, ::before, ::backdrop, ::file-selector-button { border-color: var(--color-gray-200, currentcolor); }
}`;
