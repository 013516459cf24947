import type { RequestEnding, RequestView } from '../../../src/shared/spendView.ts';
import { pictureTime } from './spendReports.ts';

const complete: RequestEnding = {
  outcome: 'complete',
  failureKind: null,
  endedAt: 0,
  firstTokenAt: 0,
  returnedModel: null,
  usage: { uncachedInput: 2134, cacheRead: 6016, cacheWrite5m: 0, cacheWrite1h: 0, output: 1187, reasoning: 640 },
  usageIsEstimate: false,
  estimatedNanoDollars: null,
  extras: [],
  terms: { serviceTier: 'default', region: null },
  costNanoDollars: 49_288_000,
  upperBound: null,
  cacheSavings: 27_072_000,
  priceSource: { date: '2026-09-23' },
};

/** A request of the pictures, so many of them before the latest one. */
export function picturedRequest(index: number): RequestView {
  const isLeft = index % 2 === 0;
  const startedAt = pictureTime - Math.floor(index / 2) * 47 * 60_000 - 12_000;
  const base: RequestView = {
    requestId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    comparisonId: `7b0ac0de-0000-4000-8000-${String(Math.floor(index / 2)).padStart(12, '0')}`,
    sessionId: 'c0ffee00-0000-4000-8000-000000000001',
    provider: isLeft ? 'openai' : 'anthropic',
    model: isLeft ? 'gpt-5.5' : 'claude-opus-4-7',
    scripted: false,
    side: isLeft ? 'left' : 'right',
    attempt: 1,
    request: 1,
    taskKind: index % 7 === 3 ? 'ask' : 'fix',
    workspaceName: index % 5 === 4 ? 'a-workspace-with-a-rather-long-name-of-its-own' : 'bookshop',
    startedAt,
    reserved: 480_000_000,
    ending: {
      ...complete,
      endedAt: startedAt + 9400 + index * 310,
      firstTokenAt: startedAt + 800,
      returnedModel: isLeft ? 'gpt-5.5-2026-09-01' : 'claude-opus-4-7',
      terms: { serviceTier: isLeft ? 'default' : 'standard', region: null },
      costNanoDollars: 31_000_000 + ((index * 7_919_000) % 40_000_000),
    },
  };
  const ending = base.ending ?? complete;
  if (index === 0) return { ...base, ending: null };
  if (index === 3) {
    return {
      ...base,
      ending: {
        ...ending,
        outcome: 'cancelled',
        usage: { uncachedInput: 2134, cacheRead: 6016, cacheWrite5m: 0, cacheWrite1h: 0, output: 411, reasoning: 0 },
        usageIsEstimate: true,
        estimatedNanoDollars: 26_008_000,
        costNanoDollars: null,
        upperBound: 212_000_000,
        cacheSavings: null,
        priceSource: null,
      },
    };
  }
  if (index === 6) {
    return {
      ...base,
      ending: {
        ...ending,
        outcome: 'failed',
        failureKind: 'rate-limited',
        usage: null,
        costNanoDollars: 0,
        cacheSavings: 0,
      },
    };
  }
  if (index === 11) return { ...base, startedAt: startedAt - 30 * 60 * 60_000, ending: null };
  return base;
}

/** What a provider's usage object looks like. */
export const picturedRaw = JSON.stringify(
  {
    input_tokens: 8150,
    input_tokens_details: { cached_tokens: 6016 },
    output_tokens: 1187,
    output_tokens_details: { reasoning_tokens: 640 },
    total_tokens: 9337,
  },
  null,
  2,
);
