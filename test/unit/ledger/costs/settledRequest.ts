import { randomUUID } from 'node:crypto';
import type { Ledger, PriceBook, Settlement } from '../../../../src/app/ledgerPorts.ts';
import { sendRequest } from '../../../../src/app/sendRequest.ts';
import type { AnswerSpend } from '../../../../src/core/answerEvents.ts';
import type { Provider } from '../../../../src/core/contender.ts';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import { noOwnPrices } from '../../../../src/core/spend/ownPrices.ts';
import { textSize } from '../../../../src/core/textSize.ts';
import { createPriceBook } from '../../../../src/ledger/priceBook.ts';
import { bundledPrices } from '../../../../src/ledger/prices/rates.ts';
import type { WireReply } from '../../../wire/wireReply.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { converse, startFor } from '../../models/conversations.ts';
import { systemClock } from '../ledgerFixture.ts';

/** What came of a request, and its running spend on the way. */
export interface SettledRequest {
  readonly settlement: Settlement;
  readonly spend: AnswerSpend;
  readonly running: readonly AnswerSpend[];
}

export interface RequestSurroundings {
  readonly server: WireServer;
  readonly ledger: Ledger;
  readonly prices?: PriceBook;
  /** The provider's host in place of this machine's, e.g. a regional one. */
  readonly host?: string;
}

/** Sends one request through the real SDK, over real HTTP and into the ledger, and gives what was settled. */
export async function settledRequest(
  { server, ledger, prices = createPriceBook(bundledPrices, noOwnPrices), host }: RequestSurroundings,
  provider: Provider,
  reply: WireReply,
): Promise<SettledRequest> {
  server.order({ provider, next: [reply] });
  const start = startFor(provider);
  const toServer: typeof fetch = (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    return fetch(`${server.url}${address.pathname}`, init);
  };
  const elsewhere = host === undefined ? {} : { baseUrl: () => `https://${host}/v1`, fetch: toServer };
  const conversation = await converse(server, provider, elsewhere, start);
  const settlements: Settlement[] = [];
  const running: AnswerSpend[] = [];
  const { spend } = await sendRequest(
    conversation,
    { results: [], message: null },
    {
      contender: start.contender,
      reservation: {
        requestId: randomUUID(),
        comparisonId: 'comparison',
        taskKind: 'fix',
        workspace: null,
        side: 'left',
        attempt: 1,
        request: 1,
      },
      host: host ?? new URL(server.url).host,
      input: textSize(start.prompt.system, start.prompt.user),
      images: start.prompt.images,
      isOverBudgetAllowed: false,
    },
    {
      clock: systemClock,
      ledger,
      loadPrices: () => Promise.resolve(prices),
      limits: { idleMs: 20_000, totalMs: 60_000 },
      budgets: noBudgets,
      observer: { requestEnded: (_reservation, settlement) => settlements.push(settlement) },
    },
    new AbortController().signal,
    { reserved: () => undefined, part: () => undefined, spent: (each) => running.push(each) },
  );
  const [settlement] = settlements;
  if (settlement === undefined) throw new Error('nothing was settled');
  return { settlement, spend, running };
}
