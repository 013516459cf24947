import { formatUpperBound } from '../../../core/spend/money.ts';
import { inputTokens } from '../../../core/spend/usage.ts';
import type { SpendTexts } from '../../../shared/spendTexts.ts';
import type { RequestView } from '../../../shared/spendView.ts';
import { fill, formatTokens } from '../../comparison/format.ts';
import type { Formats } from '../formats.ts';

/** No answer takes longer; a request that is open for so long was left behind by a window that ended. */
const longestAnswerMs = 60 * 60_000;

/** Input, what of it came from a cache, and output: `8.1k / 6.0k / 1.2k`, with a `~` where that is an estimate. */
export function tokenText({ ending }: RequestView, locale: string, texts: SpendTexts): string {
  if (ending === null || ending.usage === null) return '–';
  const { usage } = ending;
  const text = [inputTokens(usage), usage.cacheRead, usage.output]
    .map((count) => formatTokens(count, locale))
    .join(' / ');
  return ending.usageIsEstimate ? fill(texts.estimatedTokens, text) : text;
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

/** What a request that was cut off comes to by what was seen of it; null where nothing can be said. */
export function costSoFarText(row: RequestView, formats: Formats, locale: string, texts: SpendTexts): string | null {
  const { ending, reserved } = row;
  if (ending === null || ending.estimatedNanoDollars === null) return null;
  const soFar = formats.money(ending.estimatedNanoDollars);
  const most = ending.upperBound ?? reserved;
  return most === null
    ? fill(texts.costSoFarUnbounded, soFar)
    : fill(texts.costSoFar, soFar, formatUpperBound(most, locale));
}

/** The kind of a failure in a few words; one that another version of Tiebreak wrote as it is. */
export function failureText(kind: string, texts: SpendTexts): string {
  const labels: Readonly<Record<string, string>> = texts.failures;
  return Object.hasOwn(labels, kind) ? (labels[kind] ?? kind) : kind;
}

/** How a request ended, or that it did not. @param now milliseconds since the epoch */
export function outcomeText({ ending, startedAt }: RequestView, now: number, texts: SpendTexts): string {
  if (ending !== null) return texts.outcomes[ending.outcome];
  return now - startedAt > longestAnswerMs ? texts.neverEnded : texts.underWay;
}
