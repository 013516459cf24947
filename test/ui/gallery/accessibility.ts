import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What a page is not asked to keep, and why stands where this is made. */
export interface AccessibilityExceptions {
  readonly rules: readonly string[];
  /** Selectors of what has colours that the person chose. */
  readonly ownColours: readonly string[];
  /** Whether only colours are looked at: nothing else that axe finds differs from one theme to the next. */
  readonly coloursOnly: boolean;
}

/** What axe finds in a page as it is, in words. */
export async function accessibilityViolations(
  page: Page | Frame,
  exceptions: AccessibilityExceptions,
): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async ({ rules, ownColours, coloursOnly }) => {
    // Pages within the page are not ours, and are in documents that this one cannot read.
    const contrast = await axe.run({ exclude: [...ownColours] }, { iframes: false, runOnly: ['color-contrast'] });
    if (coloursOnly) return contrast.violations;
    const everything = await axe.run(document, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(['color-contrast', ...rules].map((rule) => [rule, { enabled: false }])),
    });
    return [...everything.violations, ...contrast.violations];
  }, exceptions);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
