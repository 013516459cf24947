import type { Reservation, Settlement } from '../../../src/app/ledgerPorts.ts';
import { standardTerms } from '../../../src/core/spend/billing.ts';

/** A request that ended well: 1,000 input tokens (600 of them cached), 250 output tokens, 2.5 s, $0.0125. */
export function endedRequest(
  changes: { readonly reservation?: Partial<Reservation>; readonly settlement?: Partial<Settlement> } = {},
): readonly [Reservation, Settlement] {
  const requestId = '7a1c1f0e-0000-4000-8000-000000000001';
  return [
    {
      requestId,
      comparisonId: '7a1c1f0e-0000-4000-8000-000000000002',
      taskKind: 'fix',
      workspace: { id: 'workspace-hash', name: 'secret-project' },
      side: 'left',
      attempt: 1,
      request: 1,
      provider: 'openai',
      model: 'gpt-5.5',
      scripted: false,
      startedAt: 1_000_000,
      upperBound: 900_000_000,
      ...changes.reservation,
    },
    {
      requestId,
      endedAt: 1_002_500,
      firstTokenAt: 1_000_700,
      returnedModel: 'gpt-5.5-2026-04-23',
      outcome: 'complete',
      failureKind: null,
      usage: { uncachedInput: 400, cacheRead: 500, cacheWrite5m: 70, cacheWrite1h: 30, output: 250, reasoning: 100 },
      usageIsFinal: true,
      extras: [],
      terms: standardTerms,
      rawUsage: null,
      costNanoDollars: 12_500_000,
      upperBound: null,
      cacheSavings: 0,
      priceSource: { kind: 'list', date: '2026-09-23' },
      ...changes.settlement,
    },
  ];
}
