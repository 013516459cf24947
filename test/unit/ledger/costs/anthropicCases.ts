import type { WireReply } from '../../../wire/wireReply.ts';
import type { CostCase } from './costCase.ts';
import { half, tenthMore } from './costCase.ts';
import type { Charge } from './independentCost.ts';
import { message } from './writtenReplies.ts';

const opus = (
  what: string,
  reply: WireReply,
  charges: CostCase['charges'],
  more: Partial<CostCase> = {},
): CostCase => ({
  what,
  provider: 'anthropic',
  reply,
  charges,
  ...more,
});

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
const advice = { type: 'advisor_message', model: 'claude-sonnet-4-6', ...pass, input_tokens: 0, output_tokens: 0 };
/** In a batch in the US it costs 3,750 × 1/2 × 11/10 = 2,062.5 nano-dollars. */
const oneWritten = { ...advice, cache_creation_input_tokens: 1 };

/** The Messages API: caching, older streams, service tiers, regions, searches, compaction and advisors. */
export const anthropicCases: readonly CostCase[] = [
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
