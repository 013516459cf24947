import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

/** An attribute's value, whichever of `AnyValue` it was. */
type AttributeValue = string | number | boolean;

interface ReceivedPoint {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Nanoseconds since the epoch, as a decimal number. */
  readonly start: string;
  readonly time: string;
  /** Of a sum. */
  readonly value: number | null;
  /** Of a histogram. */
  readonly count: number | null;
  readonly sum: number | null;
  readonly bucketCounts: readonly number[];
  readonly bounds: readonly number[];
}

interface ReceivedMetric {
  readonly name: string;
  readonly unit: string;
  readonly kind: 'sum' | 'histogram';
  readonly temporality: string;
  /** Null for what is not a sum. */
  readonly isMonotonic: boolean | null;
  readonly points: readonly ReceivedPoint[];
}

/** One export as it came, decoded by the official definitions. */
export interface ReceivedExport {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly resource: Readonly<Record<string, AttributeValue>>;
  readonly scope: string;
  readonly metrics: readonly ReceivedMetric[];
}

export type ReceiverAnswer = (response: ServerResponse) => void;

/** A receiver of OTLP metrics on the loopback interface. */
export interface MetricsReceiver {
  /** To be set as the endpoint. */
  readonly url: string;
  readonly exports: readonly ReceivedExport[];
  /** How to answer from now on; at first with an empty success. */
  answerWith(answer: ReceiverAnswer): void;
  /** Resolves once that many exports have come. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

const success: ReceiverAnswer = (response) => {
  response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
};

/** Starts a receiver. What does not decode is answered with 400 and kept as a fault that `arrived` rejects with. */
export async function startMetricsReceiver(): Promise<MetricsReceiver> {
  const decode = await loadDecoder();
  const exports: ReceivedExport[] = [];
  let answer = success;
  let fault: unknown = null;
  let waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    receive(request, decode)
      .then((received) => {
        exports.push(received);
        answer(response);
      })
      .catch((error: unknown) => {
        fault = error;
        response.writeHead(400).end();
      })
      .finally(() => {
        for (const resolve of waiting.splice(0)) resolve();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/metrics`,
    exports,
    answerWith: (next) => {
      answer = next;
    },
    arrived: async (count) => {
      while (exports.length < count && fault === null) {
        await new Promise<void>((resolve) => {
          waiting = [...waiting, resolve];
        });
      }
      if (fault !== null) throw fault;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Decode = (bytes: Buffer) => Pick<ReceivedExport, 'resource' | 'scope' | 'metrics'>;

async function receive(request: IncomingMessage, decode: Decode): Promise<ReceivedExport> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { method = '', url: path = '', headers } = request;
  return { method, path, headers, bytes, ...decode(bytes) };
}

async function loadDecoder(): Promise<Decode> {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => fileURLToPath(new URL(target, import.meta.url));
  await root.load('opentelemetry/proto/collector/metrics/v1/metrics_service.proto');
  const type = root.lookupType('opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest');
  return (bytes) => {
    const message = type.toObject(type.decode(bytes), { longs: String, enums: String, arrays: true }) as Request;
    const [resourceMetrics, ...others] = message.resourceMetrics;
    const scope = resourceMetrics?.scopeMetrics[0];
    if (resourceMetrics === undefined || others.length > 0 || scope === undefined) throw new Error('not one stream');
    return {
      resource: valuesOf(resourceMetrics.resource.attributes),
      scope: scope.scope.name,
      metrics: scope.metrics.map(readMetric),
    };
  };
}

function readMetric({ name, unit, sum, histogram }: Metric): ReceivedMetric {
  const data = sum ?? histogram;
  if (data === undefined) throw new Error(`${name} is neither a sum nor a histogram`);
  return {
    name,
    unit,
    kind: sum === undefined ? 'histogram' : 'sum',
    temporality: data.aggregationTemporality,
    isMonotonic: sum?.isMonotonic ?? null,
    points: data.dataPoints.map((point) => ({
      attributes: valuesOf(point.attributes),
      start: point.startTimeUnixNano,
      time: point.timeUnixNano,
      value: point.asDouble ?? (point.asInt === undefined ? null : Number(point.asInt)),
      count: point.count === undefined ? null : Number(point.count),
      sum: point.sum ?? null,
      bucketCounts: (point.bucketCounts ?? []).map(Number),
      bounds: point.explicitBounds ?? [],
    })),
  };
}

function valuesOf(attributes: readonly KeyValue[]): Record<string, AttributeValue> {
  const entries = attributes.map(({ key, value }): [string, AttributeValue] => {
    const number = value.intValue === undefined ? value.doubleValue : Number(value.intValue);
    const known = value.stringValue ?? value.boolValue ?? number;
    if (known === undefined) throw new Error(`${key} has no plain value`);
    return [key, known];
  });
  const values = Object.fromEntries(entries);
  if (Object.keys(values).length !== attributes.length) throw new Error('a key occurs twice');
  return values;
}

// What protobufjs makes of the definitions in the folder beside.

interface Request {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeMetrics: readonly {
      readonly scope: { readonly name: string };
      readonly metrics: readonly Metric[];
    }[];
  }[];
}

interface Metric {
  readonly name: string;
  readonly unit: string;
  readonly sum?: Data & { readonly isMonotonic: boolean };
  readonly histogram?: Data;
}

interface Data {
  readonly aggregationTemporality: string;
  readonly dataPoints: readonly Point[];
}

interface Point {
  readonly attributes: readonly KeyValue[];
  readonly startTimeUnixNano: string;
  readonly timeUnixNano: string;
  readonly asDouble?: number;
  readonly asInt?: string;
  readonly count?: string;
  readonly sum?: number;
  readonly bucketCounts?: readonly string[];
  readonly explicitBounds?: readonly number[];
}

interface KeyValue {
  readonly key: string;
  readonly value: {
    readonly stringValue?: string;
    readonly boolValue?: boolean;
    readonly intValue?: string;
    readonly doubleValue?: number;
  };
}
