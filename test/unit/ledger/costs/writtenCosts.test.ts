import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Provider } from '../../../../src/core/contender.ts';
import type { WireReply } from '../../../wire/wireReply.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { LedgerFolder } from '../ledgerFixture.ts';
import type { Charge, Ratio } from './independentCost.ts';
import { independentCost } from './independentCost.ts';
import { settledRequest } from './settledRequest.ts';
import { message, response } from './writtenReplies.ts';

interface Case {
  readonly what: string;
  readonly provider: Provider;
  readonly reply: WireReply;
  readonly host?: string;
  /** By the prices of the providers' public pages; null where none is published for it. */
  readonly charges: readonly Charge[] | null;
  readonly ratios?: readonly Ratio[];
}

const tokens = (input: number, cached: number, output: number) => ({
  input_tokens: input,
  input_tokens_details: { cached_tokens: cached },
  output_tokens: output,
});
const gpt = (what: string, reply: WireReply, charges: Case['charges'], more: Partial<Case> = {}): Case => ({
  what,
  provider: 'openai',
  reply,
  charges,
  ...more,
});
const opus = (what: string, reply: WireReply, charges: Case['charges'], more: Partial<Case> = {}): Case => ({
  what,
  provider: 'anthropic',
  reply,
  charges,
  ...more,
});

const plain: readonly Charge[] = [
  [1_001, '5'],
  [3, '0.50'],
  [7, '30'],
];
const long: readonly Charge[] = [
  [272_000, '10'],
  [7, '45'],
];
/** A price with half a nano-dollar in half of it: GPT-5.1's cached input, at $0.125 for a million. */
const oldModel = 'gpt-5.1-2025-11-13';
const flex = { service_tier: 'flex' };
const half: readonly Ratio[] = [[1, 2]];
const tenthMore: readonly Ratio[] = [[11, 10]];

const image_gen = {
  input_tokens: 428,
  input_tokens_details: { image_tokens: 380, text_tokens: 48 },
  cached_tokens_details: { cached_image_tokens: 20, cached_text_tokens: 8 },
  output_tokens: 4_160,
  output_tokens_details: { image_tokens: 4_160, text_tokens: 0 },
};
const picture: readonly Charge[] = [
  [40, '5'],
  [8, '1.25'],
  [360, '8'],
  [20, '2'],
  [4_160, '30'],
];
const imageTool = { tools: [{ type: 'image_generation', model: 'gpt-image-2' }] };

const openAiCases: readonly Case[] = [
  gpt('cached tokens are part of its input', response(tokens(10_000, 8_000, 500)), [
    [2_000, '5'],
    [8_000, '0.50'],
    [500, '30'],
  ]),
  gpt(
    'so are tokens written to the cache, at the price of input',
    response({
      input_tokens: 5_000,
      input_tokens_details: { cached_tokens: 1_000, cache_write_tokens: 2_500 },
      output_tokens: 1,
    }),
    [
      [4_000, '5'],
      [1_000, '0.50'],
      [1, '30'],
    ],
  ),
  gpt(
    'reasoning is part of its output',
    response({ ...tokens(10, 0, 900), output_tokens_details: { reasoning_tokens: 850 } }),
    [
      [10, '5'],
      [900, '30'],
    ],
  ),
  gpt('nothing used is nothing paid', response(tokens(0, 0, 0)), []),
  gpt('just below the long tier', response(tokens(271_999, 0, 7)), [
    [271_999, '5'],
    [7, '30'],
  ]),
  gpt('at the long tier', response(tokens(272_000, 0, 7)), long),
  gpt('above the long tier, cached input counted', response(tokens(272_001, 272_000, 7)), [
    [1, '10'],
    [272_000, '1'],
    [7, '45'],
  ]),
  gpt('the default tier', response(tokens(1_004, 3, 7), { service_tier: 'default' }), plain),
  gpt('the flex tier', response(tokens(1_004, 3, 7), flex), plain, { ratios: half }),
  gpt('the batch tier', response(tokens(1_004, 3, 7), { service_tier: 'batch' }), plain, { ratios: half }),
  gpt('the flex tier of a long request', response(tokens(272_000, 0, 7), flex), long, { ratios: half }),
  gpt('the priority tier', response(tokens(1_004, 3, 7), { service_tier: 'priority' }), [
    [1_001, '12.50'],
    [3, '1.25'],
    [7, '75'],
  ]),
  gpt('the priority tier of a long request', response(tokens(272_000, 0, 7), { service_tier: 'priority' }), null),
  gpt('a tier that nobody knows', response(tokens(1_004, 3, 7), { service_tier: 'next-year' }), null),
  gpt('a region', response(tokens(1_004, 3, 7)), plain, { host: 'eu.api.openai.com', ratios: tenthMore }),
  gpt('the flex tier of a region', response(tokens(1_004, 3, 7), flex), plain, {
    host: 'us.api.openai.com',
    ratios: [...tenthMore, ...half],
  }),
  gpt(
    'half a nano-dollar, rounded up',
    response(tokens(1, 1, 0), flex, 'response.completed', oldModel),
    [[1, '0.125']],
    {
      ratios: half,
    },
  ),
  gpt(
    'three halves of a nano-dollar, rounded once',
    response(tokens(3, 3, 0), flex, 'response.completed', oldModel),
    [[3, '0.125']],
    { ratios: half },
  ),
  gpt(
    'a name that nobody knows, of the model that was asked',
    response(tokens(5, 0, 5), {}, 'response.completed', 'gpt-x'),
    [
      [5, '5'],
      [5, '30'],
    ],
  ),
  gpt('a picture', response(tokens(100, 0, 10), { ...imageTool, tool_usage: { image_gen } }), [
    [100, '5'],
    [10, '30'],
    ...picture,
  ]),
  gpt('a picture by a model without a name', response(tokens(100, 0, 10), { tool_usage: { image_gen } }), null),
  gpt(
    'searches of the web, at $10 for a thousand',
    response(tokens(100, 0, 10), { tool_usage: { web_search: { num_requests: 3 } } }),
    [
      [100, '5'],
      [10, '30'],
      [3, '10000'],
    ],
  ),
  gpt('an answer that was cut at its limit', response(tokens(10, 0, 32_000), {}, 'response.incomplete'), [
    [10, '5'],
    [32_000, '30'],
  ]),
  gpt('an answer that failed but was metered', response(tokens(10, 0, 20), {}, 'response.failed'), [
    [10, '5'],
    [20, '30'],
  ]),
  gpt('an answer that failed and was not', response(null, {}, 'response.failed'), null),
];

const split = { ephemeral_5m_input_tokens: 2_068, ephemeral_1h_input_tokens: 1_000 };
const begun = {
  input_tokens: 1_512,
  cache_creation_input_tokens: 3_068,
  cache_read_input_tokens: 2_000,
  cache_creation: split,
  output_tokens: 3,
  service_tier: 'standard',
};
const small = { input_tokens: 1_001, cache_read_input_tokens: 3, cache_creation_input_tokens: 0, output_tokens: 1 };
const smallCharges: readonly Charge[] = [
  [1_001, '5'],
  [3, '0.50'],
  [7, '25'],
];
const pass = { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
/** Costs half a nano-dollar less than a whole number of them in a batch in the US: 3.75 × 11/20 = 2.0625. */
const advice = { type: 'advisor_message', model: 'claude-sonnet-4-6', ...pass, input_tokens: 0, output_tokens: 0 };
const oneWritten = { ...advice, cache_creation_input_tokens: 1 };

const anthropicCases: readonly Case[] = [
  opus(
    'caches of both lives, with the counts at the end as they grew',
    message(begun, [
      { output_tokens: 100 },
      { cache_creation_input_tokens: 3_337, cache_read_input_tokens: null, output_tokens: 310 },
    ]),
    [
      [1_512, '5'],
      [2_000, '0.50'],
      [2_337, '6.25'],
      [1_000, '10'],
      [310, '25'],
    ],
  ),
  opus('an older stream that ends with its output alone', message(begun, [{ output_tokens: 41 }]), [
    [1_512, '5'],
    [2_000, '0.50'],
    [2_068, '6.25'],
    [1_000, '10'],
    [41, '25'],
  ]),
  opus(
    'a cache whose life is not told lives five minutes',
    message({ ...small, cache_creation_input_tokens: 90 }, [{ output_tokens: 7 }]),
    [...smallCharges, [90, '6.25']],
  ),
  opus(
    'thinking is part of its output',
    message(small, [{ output_tokens: 7, output_tokens_details: { thinking_tokens: 6 } }]),
    smallCharges,
  ),
  opus('nothing used is nothing paid', message({ input_tokens: 0, output_tokens: 0 }, [{ output_tokens: 0 }]), []),
  opus('a million tokens are no dearer', message({ ...small, input_tokens: 900_000 }, [{ output_tokens: 7 }]), [
    [900_000, '5'],
    [3, '0.50'],
    [7, '25'],
  ]),
  opus('the standard tier', message({ ...small, service_tier: 'standard' }, [{ output_tokens: 7 }]), smallCharges),
  opus('a batch', message({ ...small, service_tier: 'batch' }, [{ output_tokens: 7 }]), smallCharges, { ratios: half }),
  opus('the priority tier', message({ ...small, service_tier: 'priority' }, [{ output_tokens: 7 }]), null),
  opus('fast inference', message({ ...small, speed: 'fast' }, [{ output_tokens: 7 }]), null),
  opus('inference in the US', message({ ...small, inference_geo: 'us' }, [{ output_tokens: 7 }]), smallCharges, {
    ratios: tenthMore,
  }),
  opus(
    'inference in a place without a price',
    message({ ...small, inference_geo: 'eu' }, [{ output_tokens: 7 }]),
    null,
  ),
  opus(
    'searches of the web',
    message(small, [{ output_tokens: 7, server_tool_use: { web_search_requests: 2, web_fetch_requests: 9 } }]),
    [...smallCharges, [2, '10000']],
  ),
  opus(
    'a tool without a price',
    message(small, [{ output_tokens: 7, server_tool_use: { code_execution_requests: 1 } }]),
    null,
  ),
  opus(
    'compaction, which the counts beside it leave out',
    message(small, [
      {
        output_tokens: 7,
        iterations: [
          { ...pass, type: 'compaction', input_tokens: 180_000, cache_read_input_tokens: 500, output_tokens: 3_500 },
          { ...pass, type: 'message', input_tokens: 1_001, cache_read_input_tokens: 3, output_tokens: 7 },
        ],
      },
    ]),
    [...smallCharges, [180_000, '5'], [500, '0.50'], [3_500, '25']],
  ),
  opus(
    'an advisor of another model',
    message(small, [
      {
        output_tokens: 7,
        iterations: [
          { ...pass, type: 'message', input_tokens: 1_001, cache_read_input_tokens: 3, output_tokens: 7 },
          { ...advice, input_tokens: 823, cache_read_input_tokens: 7, output_tokens: 531 },
        ],
      },
    ]),
    [...smallCharges, [823, '3'], [7, '0.30'], [531, '15']],
  ),
  opus(
    'two advisors’ halves of a nano-dollar, which are added before they are rounded',
    message({ input_tokens: 0, output_tokens: 0, service_tier: 'batch', inference_geo: 'us' }, [
      {
        output_tokens: 0,
        iterations: [{ ...pass, type: 'message', input_tokens: 0, output_tokens: 0 }, oneWritten, oneWritten],
      },
    ]),
    [[2, '3.75']],
    { ratios: [...half, ...tenthMore] },
  ),
];

describe('what written responses cost', () => {
  const folder = new LedgerFolder();
  const ledger = folder.open();
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(async () => {
    folder.cleanUp();
    await server.close();
  });

  for (const { what, provider, reply, host, charges, ratios } of [...openAiCases, ...anthropicCases]) {
    it(`${provider}: ${what}`, async () => {
      const where = host === undefined ? { server, ledger } : { server, ledger, host };
      const { settlement, spend } = await settledRequest(where, provider, reply);
      if (charges === null) {
        assert.equal(settlement.costNanoDollars, null);
        assert.equal(settlement.priceSource, null);
        assert.equal(spend.cost.kind, 'unknown');
        return;
      }
      assert.equal(settlement.costNanoDollars, independentCost(charges, ratios));
      assert.deepEqual(settlement.priceSource, { kind: 'list', date: '2026-09-23' });
    });
  }
});
