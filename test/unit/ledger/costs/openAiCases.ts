import type { WireReply } from '../../../wire/wireReply.ts';
import type { CostCase } from './costCase.ts';
import { half, tenthMore } from './costCase.ts';
import type { Charge } from './independentCost.ts';
import { response } from './writtenReplies.ts';

const tokens = (input: number, cached: number, output: number) => ({
  input_tokens: input,
  input_tokens_details: { cached_tokens: cached },
  output_tokens: output,
});
const gpt = (what: string, reply: WireReply, charges: CostCase['charges'], more: Partial<CostCase> = {}): CostCase => ({
  what,
  provider: 'openai',
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

/** The Responses API: caching, the long tier, service tiers, regions, pictures, searches and bad endings. */
export const openAiCases: readonly CostCase[] = [
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
