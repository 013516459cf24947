import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The one rule that a page is asked to keep, where another theme has passed all of them. */
export interface OneRule {
  readonly only: string;
}

/** What a page is not asked to keep, and why stands where this is made. */
export interface AccessibilityExceptions {
  readonly rules: readonly string[];
  /** Selectors of what has colours that the person chose. */
  readonly ownColours: readonly string[];
}

/** What axe finds in a page as it is, in words. */
export async function accessibilityViolations(
  page: Page,
  exceptions: AccessibilityExceptions | OneRule,
): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (given) => {
    // Pages within the page are not ours, and are in documents that this one cannot read.
    if ('only' in given) return (await axe.run(document, { runOnly: [given.only], iframes: false })).violations;
    const { rules, ownColours } = given;
    const everything = await axe.run(document, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(['color-contrast', ...rules].map((rule) => [rule, { enabled: false }])),
    });
    const contrast = await axe.run({ exclude: [...ownColours] }, { iframes: false, runOnly: ['color-contrast'] });
    return [...everything.violations, ...contrast.violations];
  }, exceptions);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}
