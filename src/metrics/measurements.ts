import type { Attributes, Counter, Histogram, Meter } from '@opentelemetry/api';
import type { Reservation, Settlement } from '../app/ledgerPorts.ts';
import { inputTokens } from '../core/spend/usage.ts';
import type { ServerAddress } from './serverAddress.ts';

/** Advised by the conventions for token histograms. */
const tokenBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];
/** Advised by the conventions for durations, in seconds. */
const durationBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

const nanoDollarsPerDollar = 1_000_000_000;
/** What a model's name looks like. A server names the model that answered, and must not smuggle other text in. */
const modelName = /^[\w.:/@+-]{1,100}$/;

/**
 * Measures ended requests by the GenAI semantic conventions. Two versions of them are in use, and both are followed,
 * under their own names, so that dashboards of either find what they look for:
 *
 * - v1.41.0, the last one among the general conventions: `gen_ai.client.token.usage` and
 *   `gen_ai.client.operation.duration`
 *   (github.com/open-telemetry/semantic-conventions/blob/v1.41.0/docs/gen-ai/gen-ai-metrics.md);
 * - v0.1.0 of their own repository: `gen_ai.client.inference.duration` and `gen_ai.client.inference.usage.*`, where
 *   tokens of caches and of reasoning are counted as parts of input and output
 *   (github.com/open-telemetry/semantic-conventions-genai/blob/v0.1.0/docs/gen-ai/client-inference.md).
 *
 * Neither knows money, so that has names of our own: `tiebreak.cost` in US dollars, of requests whose cost is known, and
 * `tiebreak.requests.unknown_cost`, how many others there were. `error.type` is the kind of a `Failure`, `cancelled`, or
 * `_OTHER`.
 */
export class Measurements {
  private readonly tokenUsage: Histogram;
  private readonly durations: readonly Histogram[];
  private readonly input: Counter;
  private readonly output: Counter;
  private readonly cacheRead: Counter;
  private readonly cacheWrite: Counter;
  private readonly reasoning: Counter;
  private readonly cost: Counter;
  private readonly unknownCost: Counter;

  constructor(meter: Meter) {
    const tokens = (name: string, description: string) =>
      meter.createCounter(`gen_ai.client.inference.usage.${name}`, { unit: '{token}', description });
    const duration = (name: string, description: string) =>
      meter.createHistogram(name, {
        unit: 's',
        description,
        advice: { explicitBucketBoundaries: durationBoundaries },
      });
    this.tokenUsage = meter.createHistogram('gen_ai.client.token.usage', {
      unit: '{token}',
      description: 'Number of input and output tokens used.',
      advice: { explicitBucketBoundaries: tokenBoundaries },
    });
    this.durations = [
      duration('gen_ai.client.operation.duration', 'GenAI operation duration.'),
      duration('gen_ai.client.inference.duration', 'GenAI client inference operation duration.'),
    ];
    this.input = tokens('input_tokens', 'Input tokens used, cached ones included.');
    this.output = tokens('output_tokens', 'Output tokens used, reasoning included.');
    this.cacheRead = tokens('cache_read.input_tokens', 'Input tokens read from a cache.');
    this.cacheWrite = tokens('cache_write.input_tokens', 'Input tokens written to a cache.');
    this.reasoning = tokens('reasoning.output_tokens', 'Output tokens used for reasoning.');
    this.cost = meter.createCounter('tiebreak.cost', {
      unit: '{USD}',
      description: 'Cost of requests, where it is known.',
    });
    this.unknownCost = meter.createCounter('tiebreak.requests.unknown_cost', {
      unit: '{request}',
      description: 'Requests whose cost is not known.',
    });
  }

  /** @param server where the request went; null when that is not known */
  record(reservation: Reservation, settlement: Settlement, server: ServerAddress | null): void {
    const attributes = attributesOf(reservation, settlement, server);
    const seconds = Math.max(0, settlement.endedAt - reservation.startedAt) / 1000;
    const error = errorType(settlement);
    for (const each of this.durations) {
      each.record(seconds, error === null ? attributes : { ...attributes, 'error.type': error });
    }
    this.recordTokens(settlement, attributes);
    if (settlement.costNanoDollars === null) this.unknownCost.add(1, attributes);
    else this.cost.add(settlement.costNanoDollars / nanoDollarsPerDollar, attributes);
  }

  /** Tokens that no response reported to the end are not guessed at. */
  private recordTokens({ usage, usageIsFinal }: Settlement, attributes: Attributes): void {
    if (usage === null || usageIsFinal !== true) return;
    const input = inputTokens(usage);
    this.tokenUsage.record(input, { ...attributes, 'gen_ai.token.type': 'input' });
    this.tokenUsage.record(usage.output, { ...attributes, 'gen_ai.token.type': 'output' });
    // Neither provider breaks its counts down by text and pictures.
    const counted = { ...attributes, 'gen_ai.token.modality': 'unknown' };
    this.input.add(input, counted);
    this.output.add(usage.output, counted);
    this.cacheRead.add(usage.cacheRead, counted);
    this.cacheWrite.add(usage.cacheWrite5m + usage.cacheWrite1h, counted);
    this.reasoning.add(usage.reasoning, counted);
  }
}

/** What every measurement says. There are few values of each, so that the number of series stays small. */
function attributesOf(
  { provider, model }: Reservation,
  settlement: Settlement,
  server: ServerAddress | null,
): Attributes {
  const { returnedModel } = settlement;
  return {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': provider,
    'gen_ai.request.model': model,
    ...(returnedModel !== null && modelName.test(returnedModel) ? { 'gen_ai.response.model': returnedModel } : {}),
    ...(server === null ? {} : { 'server.address': server.host, 'server.port': server.port }),
  };
}

function errorType({ outcome, failureKind }: Settlement): string | null {
  if (outcome === 'complete') return null;
  return outcome === 'cancelled' ? 'cancelled' : (failureKind ?? '_OTHER');
}
