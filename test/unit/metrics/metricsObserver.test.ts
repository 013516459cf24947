import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type MetricsReceiver, type ReceiverAnswer, startMetricsReceiver } from '../../otlp/metricsReceiver.ts';
import { endedRequest } from './endedRequests.ts';
import { observing, until } from './observing.ts';

const costOf = (receiver: MetricsReceiver, place: number) =>
  receiver.exports[place]?.metrics.find(({ name }) => name === 'tiebreak.cost')?.points[0]?.value;

describe('MetricsObserver', () => {
  let receiver: MetricsReceiver;
  let other: MetricsReceiver;
  beforeEach(async () => {
    receiver = await startMetricsReceiver();
    other = await startMetricsReceiver();
  });
  afterEach(async () => {
    await receiver.close();
    await other.close();
  });

  it('sends a burst once, and later values on top of it', async () => {
    const { observer, clock } = observing(receiver.url);
    observer.requestEnded(...endedRequest());
    observer.requestEnded(...endedRequest());
    await until(() => clock.pending > 0);
    await clock.advance(1000);
    await receiver.arrived(1);
    await until(() => clock.pending === 0);
    observer.requestEnded(...endedRequest());
    await until(() => clock.pending > 0);
    await clock.advance(1000);
    await receiver.arrived(2);
    assert.equal(receiver.exports.length, 2);
    assert.equal(costOf(receiver, 0), 0.025);
    assert.equal(costOf(receiver, 1), 0.025 + 0.0125);
    const starts = receiver.exports.map(({ metrics }) => metrics[0]?.points[0]?.start);
    assert.equal(starts[0], starts[1]);
    assert.deepEqual(receiver.exports[0]?.resource, receiver.exports[1]?.resource);
    const { method, path, headers } = receiver.exports[0] ?? {};
    assert.deepEqual([method, path, headers?.['content-type']], ['POST', '/v1/metrics', 'application/x-protobuf']);
  });

  it('sends nothing of scripted answers, and nothing without an address', async () => {
    const { observer, clock, setting, log } = observing(null);
    observer.requestEnded(...endedRequest());
    setting.endpoint = receiver.url;
    observer.requestEnded(...endedRequest({ reservation: { scripted: true } }));
    observer.requestEnded(...endedRequest());
    await until(() => clock.pending > 0);
    await clock.advance(1000);
    await receiver.arrived(1);
    assert.equal(costOf(receiver, 0), 0.0125);
    assert.deepEqual(log.lines, []);
  });

  it('begins a stream of its own at another address, and lets nothing go to the old one', async () => {
    const { observer, clock, setting } = observing(receiver.url);
    observer.requestEnded(...endedRequest());
    await until(() => clock.pending > 0);
    setting.endpoint = other.url;
    observer.endpointChanged();
    await until(() => clock.pending === 0);
    observer.requestEnded(...endedRequest());
    await until(() => clock.pending > 0);
    await clock.advance(1000);
    await other.arrived(1);
    assert.equal(costOf(other, 0), 0.0125);
    assert.equal(other.exports[0]?.resource['service.instance.id'], 'id-2');
    assert.equal(receiver.exports.length, 0);
  });

  it('cuts what is under way when the address is taken away', async () => {
    const { observer, clock, setting, log } = observing(receiver.url);
    let cut = false;
    receiver.answerWith((response) => response.on('close', () => (cut = true)));
    observer.requestEnded(...endedRequest());
    await until(() => clock.pending > 0);
    await clock.advance(1000);
    await receiver.arrived(1);
    setting.endpoint = null;
    observer.endpointChanged();
    await until(() => cut && clock.pending === 0);
    observer.requestEnded(...endedRequest());
    await clock.advance(3_600_000);
    assert.equal(receiver.exports.length, 1);
    assert.deepEqual(log.lines, []);
  });

  it('sends what is left when the window closes', async () => {
    const { observer, clock } = observing(receiver.url);
    observer.requestEnded(...endedRequest());
    observer.dispose();
    await receiver.arrived(1);
    assert.equal(costOf(receiver, 0), 0.0125);
    await until(() => clock.pending === 0);
  });

  const faults: Readonly<Record<string, readonly [answer: ReceiverAnswer, said: string]>> = {
    'status 400': [(response) => response.writeHead(400).end('no secretword'), 'status 400'],
    'status 500': [(response) => response.writeHead(500).end('secretword'), 'status 500'],
    'a redirect': [
      (response) => response.writeHead(307, { location: `${other.url}?secretword` }).end(),
      'unexpected redirect',
    ],
    'what is no HTTP': [
      (response) => response.socket?.end('secretword\r\n\r\n'),
      'Response does not match the HTTP/1.1 protocol (Expected HTTP/, RTSP/ or ICE/)',
    ],
    'a connection that breaks': [(response) => response.destroy(), 'UND_ERR_SOCKET'],
  };
  for (const [name, [answer, said]] of Object.entries(faults)) {
    it(`outlives ${name}: it is logged once, and the values come later`, async () => {
      const { observer, clock, log } = observing(receiver.url);
      receiver.answerWith(answer);
      observer.requestEnded(...endedRequest());
      await until(() => clock.pending > 0);
      await clock.advance(1000);
      await until(() => log.lines.length > 0);
      const { host } = new URL(receiver.url);
      assert.deepEqual(log.lines, [`Metrics could not be sent to ${host}: ${said}`]);
      await until(() => clock.waits(60_000) === 1);
      await clock.advance(60_000);
      await receiver.arrived(2);
      receiver.answerWith((response) => response.writeHead(200).end('garbage that nobody reads'));
      await until(() => clock.waits(60_000) === 2);
      observer.requestEnded(...endedRequest());
      await until(() => clock.waits(1000) === 2);
      await clock.advance(1000);
      await receiver.arrived(3);
      await until(() => clock.pending === 0);
      assert.equal(costOf(receiver, 2), 0.025);
      assert.equal(log.lines.length, 1);
      assert.equal(other.exports.length, 0);
    });
  }

  it('waits ten seconds for an answer and no longer', async () => {
    const { observer, clock, log } = observing(receiver.url);
    receiver.answerWith(() => undefined);
    observer.requestEnded(...endedRequest());
    await until(() => clock.pending > 0);
    await clock.advance(1000);
    await receiver.arrived(1);
    assert.deepEqual(log.lines, []);
    await clock.advance(10_000);
    await until(() => log.lines.length > 0);
    assert.match(log.lines.join(), /: no answer within 10 s$/);
  });

  it('outlives a receiver that is not there', async () => {
    const { url } = receiver;
    await receiver.close();
    const { observer, clock, log } = observing(url);
    observer.requestEnded(...endedRequest());
    await until(() => clock.pending > 0);
    await clock.advance(1000);
    await until(() => log.lines.length > 0);
    assert.match(log.lines.join(), /: ECONNREFUSED$/);
    receiver = await startMetricsReceiver();
  });

  describe('in a process whose environment says otherwise', () => {
    /** Runs the program that measures one request, and gives what it printed. */
    async function run(endpoint: string): Promise<readonly string[]> {
      const program = fileURLToPath(new URL('./children/measureOne.ts', import.meta.url));
      const elsewhere = new URL(other.url).origin;
      const child = spawn(process.execPath, [program, endpoint], {
        env: {
          ...process.env,
          OTEL_EXPORTER_OTLP_ENDPOINT: elsewhere,
          OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: other.url,
          OTEL_EXPORTER_OTLP_HEADERS: 'x-environment=canary',
          OTEL_EXPORTER_OTLP_METRICS_HEADERS: 'authorization=canary',
          OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
          OTEL_EXPORTER_OTLP_TIMEOUT: '1',
          OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'delta',
          OTEL_EXPORTER_OTLP_CERTIFICATE: '/canary.pem',
          OTEL_RESOURCE_ATTRIBUTES: 'user.name=canary,host.name=canary',
          OTEL_SERVICE_NAME: 'canary',
          OTEL_NODE_RESOURCE_DETECTORS: 'all',
          OTEL_SDK_DISABLED: 'true',
          OTEL_LOG_LEVEL: 'all',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      const [code] = await once(child, 'close');
      assert.equal(code, 0);
      return output.trim().split('\n');
    }

    it('goes where the setting says, with nothing that the environment adds', async () => {
      const loaded = await run(receiver.url);
      await receiver.arrived(1);
      assert.match(loaded.join(), /@opentelemetry/);
      assert.equal(other.exports.length, 0);
      const [received] = receiver.exports;
      assert.deepEqual(Object.keys(received?.resource ?? {}), [
        'service.name',
        'service.version',
        'service.instance.id',
      ]);
      assert.equal(received?.resource['service.name'], 'tiebreak');
      assert.equal(received?.metrics[0]?.temporality, 'AGGREGATION_TEMPORALITY_CUMULATIVE');
      const everything = received?.bytes.toString('latin1') + JSON.stringify(received?.headers);
      assert.doesNotMatch(everything, /canary|authorization|x-environment|content-encoding/i);
    });

    it('loads nothing of OpenTelemetry and sends nothing while there is no address', async () => {
      assert.deepEqual(await run(''), ['nothing loaded']);
      assert.equal(receiver.exports.length + other.exports.length, 0);
    });
  });
});
