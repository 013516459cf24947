import type { Attributes, Meter } from '@opentelemetry/api';
import type { RequestObserver, Reservation, Settlement } from '../app/ledgerPorts.ts';
import { inputTokens } from '../core/spend/usage.ts';

const nanoDollarsPerDollar = 1_000_000_000;

/** As the GenAI conventions advise for `gen_ai.client.token.usage`. */
const tokenBoundaries = [
  1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864,
];

/** As the GenAI conventions advise for durations of client operations, in seconds. */
const secondBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

/**
 * Records every request that was really sent. Names, units, attributes and boundaries are those of the GenAI semantic
 * conventions (github.com/open-telemetry/semantic-conventions-genai, docs/gen-ai/gen-ai-metrics.md); for money they have
 * none, so it stands under Tiebreak's own name. Prompts, code, workspaces and hosts are not among the attributes.
 */
export function recordRequests(meter: Meter): RequestObserver {
  const tokens = meter.createHistogram('gen_ai.client.token.usage', {
    description: 'Number of input and output tokens used.',
    unit: '{token}',
    advice: { explicitBucketBoundaries: tokenBoundaries },
  });
  const duration = meter.createHistogram('gen_ai.client.operation.duration', {
    description: 'GenAI operation duration.',
    unit: 's',
    advice: { explicitBucketBoundaries: secondBoundaries },
  });
  const firstChunk = meter.createHistogram('gen_ai.client.operation.time_to_first_chunk', {
    description: 'Time from sending a request to the first content of its streamed response.',
    unit: 's',
    advice: { explicitBucketBoundaries: secondBoundaries },
  });
  const cost = meter.createCounter('tiebreak.client.cost', {
    description: 'Cost of requests whose cost is known exactly.',
    unit: '{USD}',
  });
  const unknownCost = meter.createCounter('tiebreak.client.cost.unknown', {
    description: 'Number of requests whose cost is not known.',
    unit: '{request}',
  });
  return {
    requestEnded(reservation, settlement) {
      // What a hand-written answer would have cost was never spent.
      if (reservation.scripted) return;
      const common = commonAttributes(reservation, settlement);
      const ended = { ...common, ...errorAttribute(settlement) };
      if (settlement.usage !== null) {
        tokens.record(inputTokens(settlement.usage), { ...common, 'gen_ai.token.type': 'input' });
        tokens.record(settlement.usage.output, { ...common, 'gen_ai.token.type': 'output' });
      }
      duration.record(secondsBetween(reservation.startedAt, settlement.endedAt), ended);
      if (settlement.firstTokenAt !== null) {
        firstChunk.record(secondsBetween(reservation.startedAt, settlement.firstTokenAt), common);
      }
      if (settlement.costNanoDollars === null) unknownCost.add(1, ended);
      else cost.add(settlement.costNanoDollars / nanoDollarsPerDollar, ended);
    },
  };
}

function commonAttributes(reservation: Reservation, settlement: Settlement): Attributes {
  const { returnedModel } = settlement;
  return {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': reservation.provider,
    'gen_ai.request.model': reservation.model,
    ...(returnedModel !== null && isModelName(returnedModel) ? { 'gen_ai.response.model': returnedModel } : {}),
    'tiebreak.task.kind': reservation.taskKind,
  };
}

/** A response can name anything as its model, a piece of the prompt too; only what looks like a name goes on. */
function isModelName(text: string): boolean {
  return /^[\w.:/@-]{1,100}$/.test(text);
}

/** A request that a person ended is told apart too: its duration is not that of an answer. */
function errorAttribute({ outcome, failureKind }: Settlement): Attributes {
  if (outcome === 'complete') return {};
  // `_OTHER` is the conventions' own word for an error without a name.
  return { 'error.type': outcome === 'cancelled' ? 'cancelled' : (failureKind ?? '_OTHER') };
}

/** Never negative, though a clock can be put back. */
function secondsBetween(start: number, end: number): number {
  return Math.max(0, end - start) / 1000;
}
