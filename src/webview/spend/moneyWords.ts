import { formatUpperBound } from '../../core/spend/money.ts';
import type { SpendFigures } from '../../core/spend/spendFigures.ts';
import type { SpendTexts } from '../../shared/spendTexts.ts';
import { fill } from '../comparison/format.ts';
import type { Formats } from './formats.ts';

type Money = Pick<SpendFigures, 'requests' | 'nanoDollars' | 'unknownRequests'>;

/** Money of several requests: what is known, `+ unknown` where there is more, and never a zero for what is not known. */
export function moneyText(money: Money, format: (nanoDollars: number) => string, texts: SpendTexts): string {
  if (money.unknownRequests === 0) return format(money.nanoDollars);
  if (money.unknownRequests === money.requests) return texts.unknown;
  return fill(texts.plusUnknown, format(money.nanoDollars));
}

/** How much is not known, in words; null when everything is. */
export function unknownText(
  { unknownRequests, unknownUpperBound }: SpendFigures,
  { whole }: Pick<Formats, 'whole'>,
  locale: string,
  texts: SpendTexts,
): string | null {
  if (unknownRequests === 0) return null;
  if (unknownUpperBound === null) {
    return unknownRequests === 1 ? texts.unknownOne : fill(texts.unknownMany, whole(unknownRequests));
  }
  const most = formatUpperBound(unknownUpperBound, locale);
  return unknownRequests === 1
    ? fill(texts.unknownOneAtMost, most)
    : fill(texts.unknownManyAtMost, whole(unknownRequests), most);
}
