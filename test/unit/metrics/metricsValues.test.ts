import assert from 'node:assert/strict';
import { hostname } from 'node:os';
import { type MetricsReceiver, type ReceivedExport, startMetricsReceiver } from '../../otlp/metricsReceiver.ts';
import { endedRequest } from './endedRequests.ts';
import { observing, until } from './observing.ts';

const asked = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': 'gpt-5.5',
  'gen_ai.response.model': 'gpt-5.5-2026-04-23',
  'server.address': 'api.openai.com',
  'server.port': 443,
};
const counted = { ...asked, 'gen_ai.token.modality': 'unknown' };
const tokenBounds = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];
const secondBounds = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

/** Bucket counts with ones at these places. */
const ones = (...places: readonly number[]) =>
  Array.from({ length: 15 }, (_, place) => (places.includes(place) ? 1 : 0));

/** What is told of a metric, without its times. */
function valuesOf(received: ReceivedExport | undefined, name: string) {
  const metric = received?.metrics.find((each) => each.name === name);
  return metric?.points.map(({ attributes, value, count, sum }) => ({ attributes, value: value ?? { count, sum } }));
}

describe('the values of metrics', () => {
  let receiver: MetricsReceiver;
  beforeEach(async () => {
    receiver = await startMetricsReceiver();
  });
  afterEach(() => receiver.close());

  /** Measures these, has them sent together, and gives what came. */
  async function measure(...requests: readonly ReturnType<typeof endedRequest>[]): Promise<ReceivedExport | undefined> {
    const { observer, clock } = observing(receiver.url);
    for (const request of requests) observer.requestEnded(...request);
    await until(() => clock.pending > 0);
    await clock.advance(1000);
    await receiver.arrived(1);
    return receiver.exports[0];
  }

  it('are those of the conventions and our own for money, to the letter', async () => {
    const received = await measure(endedRequest());
    assert.deepEqual(received?.resource, {
      'service.name': 'tiebreak',
      'service.version': '1.2.3',
      'service.instance.id': 'id-1',
    });
    assert.equal(received?.scope, 'tiebreak');
    const histogram = { kind: 'histogram', temporality: 'AGGREGATION_TEMPORALITY_CUMULATIVE', isMonotonic: null };
    const counter = { kind: 'sum', temporality: 'AGGREGATION_TEMPORALITY_CUMULATIVE', isMonotonic: true };
    const none = { value: null, count: null, sum: null, bucketCounts: [], bounds: [] };
    const seconds = { ...none, count: 1, sum: 2.5, bucketCounts: ones(8), bounds: secondBounds };
    const input = { ...none, count: 1, sum: 1000, bucketCounts: ones(5), bounds: tokenBounds };
    const output = { ...none, count: 1, sum: 250, bucketCounts: ones(4), bounds: tokenBounds };
    const tokens = (name: string, value: number) => ({
      name: `gen_ai.client.inference.usage.${name}`,
      unit: '{token}',
      ...counter,
      points: [{ ...none, attributes: counted, value }],
    });
    const metrics = received?.metrics.map((metric) => ({
      ...metric,
      points: metric.points.map(({ start: _start, time: _time, ...point }) => point),
    }));
    assert.deepEqual(metrics, [
      {
        name: 'gen_ai.client.token.usage',
        unit: '{token}',
        ...histogram,
        points: [
          { ...input, attributes: { ...asked, 'gen_ai.token.type': 'input' } },
          { ...output, attributes: { ...asked, 'gen_ai.token.type': 'output' } },
        ],
      },
      {
        name: 'gen_ai.client.operation.duration',
        unit: 's',
        ...histogram,
        points: [{ ...seconds, attributes: asked }],
      },
      {
        name: 'gen_ai.client.inference.duration',
        unit: 's',
        ...histogram,
        points: [{ ...seconds, attributes: asked }],
      },
      tokens('input_tokens', 1000),
      tokens('output_tokens', 250),
      tokens('cache_read.input_tokens', 500),
      tokens('cache_write.input_tokens', 100),
      tokens('reasoning.output_tokens', 100),
      { name: 'tiebreak.cost', unit: '{USD}', ...counter, points: [{ ...none, attributes: asked, value: 0.0125 }] },
    ]);
    for (const { start, time } of received?.metrics.flatMap(({ points }) => points) ?? []) {
      assert.ok(BigInt(start) > 0n && BigInt(start) <= BigInt(time), `${start} to ${time}`);
    }
  });

  it('keep both models apart', async () => {
    const [reservation, settlement] = endedRequest();
    const received = await measure(
      [reservation, settlement],
      endedRequest({
        reservation: { side: 'right', provider: 'anthropic', model: 'claude-opus-4-7' },
        settlement: { returnedModel: 'claude-opus-4-7', costNanoDollars: 31_000_000 },
      }),
    );
    assert.deepEqual(
      valuesOf(received, 'tiebreak.cost')?.map(({ attributes, value }) => [attributes['gen_ai.request.model'], value]),
      [
        ['gpt-5.5', 0.0125],
        ['claude-opus-4-7', 0.031],
      ],
    );
  });

  it('tell how a failed and a cancelled request ended, and guess neither tokens nor cost', async () => {
    const unknown = { usage: null, returnedModel: null, costNanoDollars: null, upperBound: 900_000_000 };
    const received = await measure(
      endedRequest({ settlement: { ...unknown, outcome: 'failed', failureKind: 'rate-limited' } }),
      endedRequest({ settlement: { ...unknown, outcome: 'failed', failureKind: null } }),
      endedRequest({ settlement: { ...unknown, outcome: 'cancelled' } }),
    );
    const { 'gen_ai.response.model': _model, ...attributes } = asked;
    const ended = (error: string) => ({
      attributes: { ...attributes, 'error.type': error },
      value: { count: 1, sum: 2.5 },
    });
    const all = [ended('rate-limited'), ended('_OTHER'), ended('cancelled')];
    assert.deepEqual(valuesOf(received, 'gen_ai.client.operation.duration'), all);
    assert.deepEqual(valuesOf(received, 'gen_ai.client.inference.duration'), all);
    assert.deepEqual(valuesOf(received, 'tiebreak.requests.unknown_cost'), [{ attributes, value: 3 }]);
    const names = received?.metrics.map(({ name }) => name);
    assert.equal(names?.length, 3, names?.join());
  });

  it('count no tokens of a request that was cut short, of which some are an estimate', async () => {
    const cut = { outcome: 'cancelled', costNanoDollars: null, upperBound: 900_000_000 } as const;
    const received = await measure(
      endedRequest({ settlement: { ...cut, usageIsFinal: false } }),
      endedRequest({ settlement: { ...cut, usageIsFinal: null } }),
    );
    assert.deepEqual(
      received?.metrics.map(({ name }) => name),
      ['gen_ai.client.operation.duration', 'gen_ai.client.inference.duration', 'tiebreak.requests.unknown_cost'],
    );
  });

  it('hold nothing of the prompt, the code, the workspace, ids or the machine, whatever a server calls its model', async () => {
    const canary = 'canary const password = 1';
    const [reservation, settlement] = endedRequest({
      settlement: { returnedModel: canary, rawUsage: { echo: canary } },
    });
    const received = await measure([reservation, settlement]);
    const [, longName] = endedRequest({ settlement: { returnedModel: 'canary'.repeat(50) } });
    const other = await measure([reservation, longName]);
    for (const { bytes, headers } of [received, other].flatMap((each) => each ?? [])) {
      const text = bytes.toString('latin1') + JSON.stringify(headers);
      assert.match(text, /gpt-5\.5/);
      const forbidden = ['canary', 'secret-project', 'workspace-hash', '7a1c1f0e', hostname(), process.cwd()];
      for (const word of forbidden) assert.ok(!text.includes(word), word);
    }
    assert.deepEqual(Object.keys(received?.headers ?? {}).sort(), [
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'content-length',
      'content-type',
      'host',
      'sec-fetch-mode',
      'user-agent',
    ]);
  });

  it('stay few, however many models a server claims to be', async () => {
    const requests = Array.from({ length: 1000 }, (_, count) =>
      endedRequest({ settlement: { returnedModel: `model-${count}` } }),
    );
    const received = await measure(...requests);
    const costs = valuesOf(received, 'tiebreak.cost') ?? [];
    assert.equal(costs.length, 200);
    const sum = costs.reduce((total, { value }) => total + (typeof value === 'number' ? value : 0), 0);
    assert.ok(Math.abs(sum - 12.5) < 1e-9, String(sum));
  });
});
