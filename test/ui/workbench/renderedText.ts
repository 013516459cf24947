import type { Locator } from 'playwright-core';

/** What a person reads in an element, once it is there: hidden parts left out, lines and table cells kept apart. */
export function renderedText(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the rendered text is what is asked for.
  return locator.innerText();
}
