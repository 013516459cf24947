/**
 * Whether style sheets have a look of their own for a dark or a light scheme: a media query of the scheme, as Tailwind's
 * `dark:` becomes one, or `light-dark()`.
 *
 * @param styles as they were written, before a scheme was chosen for them
 */
export function answersScheme(styles: readonly string[]): boolean {
  return styles.some((css) => ofScheme.test(css.replace(/\/\*[\s\S]*?\*\//g, '')));
}

const ofScheme = /\(\s*prefers-color-scheme\s*[:)]|\blight-dark\(/i;
