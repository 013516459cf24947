import { REMOTE_DATA_JSON_URL } from '@pydantic/genai-prices';
import type { Clock, Log } from '../../app/ports.ts';
import type { FetchLimits } from './fetchText.ts';
import { fetchText } from './fetchText.ts';
import { readPublishedPrices, writePublishedPrices } from './publishedPrices.ts';
import type { PriceList } from './rates.ts';
import { bundledPrices } from './rates.ts';
import type { RefreshedFiles } from './refreshedFiles.ts';

/** What the lists need around them. */
export interface PriceListServices {
  readonly files: RefreshedFiles;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the newest price data is; its publisher's own address if not given. */
  readonly address?: string;
  readonly limits?: FetchLimits;
}

/** Some ten times what the data is, and needs. */
const defaultLimits: FetchLimits = { milliseconds: 20_000, bytes: 8_000_000 };

/** The price list that came with the package, and a newer one where the person wants that fetched. */
export class PriceLists {
  private readonly services: PriceListServices;
  /** The refreshed list that was read last. */
  private latest: PriceList | null = null;

  constructor(services: PriceListServices) {
    this.services = services;
  }

  /** The latest refreshed list, whichever window fetched it; that of the package where there is none to be read. */
  async newest(): Promise<PriceList> {
    const { files, clock, log } = this.services;
    try {
      const day = await files.latest();
      if (day === null) return bundledPrices;
      if (this.latest?.date === day) return this.latest;
      const providers = readPublishedPrices(await files.read(day), clock.now());
      if (providers !== null) {
        this.latest = { date: day, providers };
        return this.latest;
      }
      log.warn(`The refreshed prices of ${day} cannot be read. Those of the package are used.`);
    } catch (error) {
      log.error('The refreshed prices cannot be read. Those of the package are used.', error);
    }
    return bundledPrices;
  }

  /**
   * Fetches the newest price data, once a day over all windows, whether that succeeds or not. What cannot be read of it
   * is refused as a whole. Never rejects: without newer prices there are still those before.
   */
  async refresh(): Promise<void> {
    const { files, clock, log, address = REMOTE_DATA_JSON_URL, limits = defaultLimits } = this.services;
    const now = clock.now();
    const day = new Date(now).toISOString().slice(0, 10);
    try {
      if (!(await files.takeAttempt(day))) return;
      const prices = readPublishedPrices(await fetchText(address, clock, limits), now);
      if (prices === null) return log.warn(`The price data of ${address} is not of a form that can be read.`);
      await files.write(day, writePublishedPrices(prices));
      log.info(`The prices were refreshed from ${address}.`);
    } catch (error) {
      log.error(`The prices could not be refreshed from ${address}.`, error);
    }
  }
}
