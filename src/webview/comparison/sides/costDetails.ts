import type { PriceSource } from '../../../core/spend/priceSource.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { fill, formatWhole } from '../format.ts';
import type { SideOutline } from '../panelState.ts';

type CostFacts = Pick<SideOutline, 'usage' | 'usageIsFinal' | 'terms' | 'model'>;

/**
 * What a cost is made of, a line each: tokens by what they are billed as, terms other than the standard ones, and the
 * prices.
 *
 * @param prices null where they are not known
 */
export function costDetails(
  { usage, usageIsFinal, terms, model }: CostFacts,
  prices: PriceSource | null,
  locale: string,
  texts: PanelTexts,
): string {
  const count = (tokens: number) => formatWhole(tokens, locale);
  const line = (text: string, tokens: number) => (tokens > 0 ? [fill(text, count(tokens))] : []);
  const { output, reasoning } = usage;
  return [
    ...line(texts.detailInput, usage.uncachedInput),
    ...line(texts.detailCacheRead, usage.cacheRead),
    ...line(texts.detailCacheWrite5m, usage.cacheWrite5m),
    ...line(texts.detailCacheWrite1h, usage.cacheWrite1h),
    ...(reasoning > 0
      ? [fill(texts.detailOutputReasoning, count(output), count(reasoning))]
      : line(texts.detailOutput, output)),
    ...(usageIsFinal ? [] : [fill(texts.detailEstimate, model)]),
    ...(terms?.serviceTier ? [fill(texts.serviceTier, terms.serviceTier)] : []),
    ...(terms?.region ? [fill(texts.region, terms.region)] : []),
    ...(prices === null ? [] : [pricesText(prices, texts)]),
  ].join('\n');
}

/** By which prices money is counted, with the date of a list. */
export function pricesText(prices: PriceSource, texts: PanelTexts): string {
  return prices.kind === 'own' ? texts.ownPrices : fill(texts.listPrices, prices.date);
}
