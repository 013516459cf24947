import type { Locator } from 'playwright-core';

/** What a person reads in an element, once it is there: hidden parts left out, lines and table cells kept apart. */
export async function renderedText(locator: Locator): Promise<string> {
  await locator.waitFor();
  const [text = ''] = await locator.allInnerTexts();
  return text;
}
