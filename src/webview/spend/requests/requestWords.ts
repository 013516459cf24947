import { formatUpperBound } from '../../../core/spend/money.ts';
import { inputTokens } from '../../../core/spend/usage.ts';
import type { SpendTexts } from '../../../shared/spendTexts.ts';
import type { RequestView } from '../../../shared/spendView.ts';
import { fill, formatTokens } from '../../comparison/format.ts';
import type { Formats } from '../formats.ts';

/** No answer takes longer; a request that is open for so long was left behind by a window that ended. */
const longestAnswerMs = 60 * 60_000;

/** Input, what of it came from a cache, and output: `8.1k / 6.0k / 1.2k`. */
export function tokenText({ ending }: RequestView, locale: string): string {
  if (ending === null || ending.usage === null) return '–';
  const { usage } = ending;
  return [inputTokens(usage), usage.cacheRead, usage.output].map((count) => formatTokens(count, locale)).join(' / ');
}

/** What a request cost: never a zero for what is not known, in brackets for what was not spent. */
export function costText(row: RequestView, formats: Formats, locale: string, texts: SpendTexts): string {
  const text = plainCost(row, formats, locale, texts);
  return row.scripted ? `(${text})` : text;
}

function plainCost({ ending, reserved }: RequestView, formats: Formats, locale: string, texts: SpendTexts): string {
  if (ending !== null && ending.costNanoDollars !== null) return formats.money(ending.costNanoDollars);
  const most = ending?.upperBound ?? reserved;
  return most === null ? texts.unknown : fill(texts.unknownAtMost, formatUpperBound(most, locale));
}

/** How a request ended, or that it did not. @param now milliseconds since the epoch */
export function outcomeText({ ending, startedAt }: RequestView, now: number, texts: SpendTexts): string {
  if (ending !== null) return texts.outcomes[ending.outcome];
  return now - startedAt > longestAnswerMs ? texts.neverEnded : texts.underWay;
}
