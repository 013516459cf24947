import type { InvalidOwnPrices, OwnPrices } from '../../core/spend/ownPrices.ts';
import { readOwnPrices } from '../../core/spend/ownPrices.ts';
import { personalValue } from '../settings.ts';

/** The person's own prices as they are now, or what is wrong with them: then no price is known at all. */
export function readPriceSetting(): OwnPrices | InvalidOwnPrices {
  return readOwnPrices(personalValue('prices'));
}

/** Whether the person wants newer price data fetched, and used. */
export function wantsRefreshedPrices(): boolean {
  return personalValue('refreshPrices') === true;
}
