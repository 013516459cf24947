import type { PriceBook } from './app/ledgerPorts.ts';
import type { Clock, Log } from './app/ports.ts';
import { priceData } from './core/spend/priceData.ts';
import { once } from './host/once.ts';
import { readSettings } from './host/settings.ts';
import type { PricesInUse } from './host/spend/priceNotes.ts';
import { readPriceSetting, wantsRefreshedPrices } from './host/spend/priceSettings.ts';
import { whyUntrusted } from './host/trust.ts';
import { RefreshedFiles } from './ledger/prices/refreshedFiles.ts';

/** The prices as the person's settings have them at the moment. */
export interface Prices {
  /** Opens the prices for one request. The price data, which is large, is loaded here on first use. */
  open(): Promise<PriceBook>;
  /** What is told with money. Loads nothing. */
  inUse(): Promise<PricesInUse>;
  /**
   * Has newer price data fetched where the person wants that, for a comparison that is being prepared. Nobody has to wait
   * for it, and it never rejects.
   *
   * @param scripted whether the answers come from no model: then nothing leaves this machine
   */
  refreshFor(scripted: boolean): Promise<void>;
}

/**
 * Builds them.
 *
 * @param storage the folder that all windows share
 * @param address where the newest price data is; its publisher's own if not given
 */
export function composePrices(storage: string, clock: Clock, log: Log, address?: string): Prices {
  const files = new RefreshedFiles(storage);
  const load = once(async () => {
    const [{ createPriceBook }, { PriceLists }, { bundledPrices }] = await Promise.all([
      import('./ledger/priceBook.ts'),
      import('./ledger/prices/priceLists.ts'),
      import('./ledger/prices/rates.ts'),
    ]);
    return {
      createPriceBook,
      bundledPrices,
      lists: new PriceLists({ files, clock, log, ...(address === undefined ? {} : { address }) }),
    };
  });
  return {
    open: async () => {
      const { createPriceBook, bundledPrices, lists } = await load();
      return createPriceBook(wantsRefreshedPrices() ? await lists.newest() : bundledPrices, readPriceSetting());
    },
    inUse: async () => {
      const refreshed = wantsRefreshedPrices() ? await files.latest() : null;
      return { listDate: refreshed ?? priceData.publishedOn, own: readPriceSetting() };
    },
    refreshFor: async (scripted) => {
      if (scripted || readSettings().scriptedAnswers || !wantsRefreshedPrices() || whyUntrusted() !== null) return;
      await (await load()).lists.refresh();
    },
  };
}
