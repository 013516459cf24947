import type { PreviewLook } from '../shared/previewView.ts';

const always = '(min-width: 0px)';
const never = '(max-width: -1px)';

/**
 * A style sheet as it is for the scheme and motion that were asked for: what it makes depend on the person's own system
 * depends on the choice instead. Nothing changes for what was left to the system.
 */
export function withLook(css: string, { scheme, reducedMotion }: PreviewLook): string {
  let changed = css;
  if (scheme !== 'system') {
    changed = changed
      .replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi, (_, asked: string) =>
        asked.toLowerCase() === scheme ? always : never,
      )
      .replace(
        /(color-scheme\s*:\s*)(?:only\s+)?(?:light\s+dark|dark\s+light|normal\s+light\s+dark)\b/gi,
        `$1${scheme}`,
      );
  }
  if (reducedMotion) {
    changed = changed
      .replace(/\(\s*prefers-reduced-motion\s*(?::\s*reduce\s*)?\)/gi, always)
      .replace(/\(\s*prefers-reduced-motion\s*:\s*no-preference\s*\)/gi, never);
  }
  return changed;
}

/** What a page's `<meta name="color-scheme">` says for the scheme that was asked for. */
export function schemeOf(content: string, { scheme }: PreviewLook): string {
  const offers = content.toLowerCase().split(/\s+/);
  return scheme !== 'system' && offers.includes(scheme) ? scheme : content;
}
