import type { PriceQuestion } from '../../app/ledgerPorts.ts';
import type { OwnPrice } from '../../core/spend/ownPrice.ts';
import type { PriceSource } from '../../core/spend/priceSource.ts';
import type { Fraction } from './fraction.ts';
import { one, product } from './fraction.ts';
import type { PriceList, Rates } from './rates.ts';
import { isLong, listRates, pico } from './rates.ts';
import { termsFactor } from './termsFactor.ts';

/** What a request's tokens cost each, what all of them are multiplied with, and who says so. */
export interface TokenPrices {
  readonly rates: Rates;
  readonly factor: Fraction;
  readonly source: PriceSource;
}

/** Percents with six decimals, of which a hundred are the whole. */
const percentParts = 1_000_000;

/**
 * The prices of a request's tokens, or null where none are known. The person's own are what the person pays: no tier for
 * long requests, no service tier and no region changes them. A discount is off the list price, with all of these. A list
 * has prices for what answered.
 *
 * @param own the person's price of this request; null to go by the list
 */
export function tokenPrices(question: PriceQuestion, list: PriceList, own: OwnPrice | null): TokenPrices | null {
  const { provider, model, returnedModel, usage, terms, at } = question;
  const answered = returnedModel ?? model;
  if (own?.kind === 'rates') {
    const { input, output, cacheRead, cacheWrite5m, cacheWrite1h } = own;
    const rates = {
      input: pico(input),
      output: pico(output),
      cacheRead: pico(cacheRead),
      cacheWrite5m: pico(cacheWrite5m),
      cacheWrite1h: pico(cacheWrite1h),
    };
    return { rates, factor: one, source: { kind: 'own' } };
  }
  // A provider may answer with an id that the list has no entry for; the one asked for is its family then.
  const listed = listRates(list, provider, answered, at);
  const found = listed ?? listRates(list, provider, model, at);
  if (found === null) return null;
  const long = isLong(found, usage);
  const factor = termsFactor(provider, listed === null ? model : answered, terms, long);
  if (factor === null) return null;
  const rates = long ? (found.long?.rates ?? found.standard) : found.standard;
  return own === null
    ? { rates, factor, source: { kind: 'list', date: list.date } }
    : { rates, factor: product(factor, remaining(own.percent)), source: { kind: 'own' } };
}

function remaining(percent: number): Fraction {
  const hundred = BigInt(100 * percentParts);
  return { over: hundred - BigInt(Math.round(percent * percentParts)), under: hundred };
}
