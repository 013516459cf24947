import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from '../../src/core/contender.ts';
import { inputTokensOf } from '../../src/models/scripted/scriptedCount.ts';
import { countReply } from './replies.ts';
import { sendReply } from './sendReply.ts';
import type { WireReply } from './wireReply.ts';

/** A request as it came. */
export interface WireRequest {
  readonly provider: Provider;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Parsed JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What to answer from now on; also the body of `POST /control`. */
export interface WireOrder {
  readonly provider: Provider;
  /** Answers to the next requests, one each; then `always` again. */
  readonly next?: readonly WireReply[];
  readonly always?: WireReply;
  /** Answers to the next requests to count input tokens; then the wire's own count again. */
  readonly nextCounts?: readonly WireReply[];
}

export interface WireServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The base URL to give each provider's SDK. */
  readonly baseUrl: (provider: Provider) => string;
  readonly requests: readonly WireRequest[];
  order(order: WireOrder): void;
  /** Forgets all orders and requests. */
  reset(): void;
  close(): Promise<void>;
}

const hello: WireReply = { content: { kind: 'answer', prose: 'Hello.' } };
const paths: Readonly<Record<string, Provider>> = { '/v1/responses': 'openai', '/v1/messages': 'anthropic' };
const countingPaths: Readonly<Record<string, Provider>> = {
  '/v1/responses/input_tokens': 'openai',
  '/v1/messages/count_tokens': 'anthropic',
};

/**
 * A server on the loopback interface that speaks both providers' protocols, keeps what it is asked, and answers what was
 * ordered, faults included. From another process: `POST /control` takes a `WireOrder`, `DELETE /control` resets, and
 * `GET /requests` gives the requests.
 *
 * @param port 0 for any free one
 * @param written is told of each piece of a body at the moment it is handed to the network
 */
export async function startWireServer(
  port = 0,
  written: (provider: Provider, bytes: Buffer) => void = () => undefined,
): Promise<WireServer> {
  const requests: WireRequest[] = [];
  const queues: Record<Provider, WireReply[]> = { openai: [], anthropic: [] };
  const countQueues: Record<Provider, WireReply[]> = { openai: [], anthropic: [] };
  const always: Record<Provider, WireReply> = { openai: hello, anthropic: hello };

  const wire: Pick<WireServer, 'order' | 'reset'> = {
    order(order) {
      queues[order.provider].push(...(order.next ?? []));
      countQueues[order.provider].push(...(order.nextCounts ?? []));
      always[order.provider] = order.always ?? always[order.provider];
    },
    reset() {
      requests.length = 0;
      for (const provider of ['openai', 'anthropic'] as const) {
        queues[provider].length = 0;
        countQueues[provider].length = 0;
        always[provider] = hello;
      }
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://wire');
    const text = await textOf(request);
    if (pathname === '/control') {
      if (request.method === 'DELETE') wire.reset();
      else wire.order(JSON.parse(text) as WireOrder);
      return sendJson(response, 200, {});
    }
    if (pathname === '/requests') return sendJson(response, 200, requests);
    const isCounting = countingPaths[pathname] !== undefined;
    const provider = countingPaths[pathname] ?? paths[pathname];
    if (provider === undefined || request.method !== 'POST') return sendJson(response, 404, { detail: 'Not Found' });
    const body = JSON.parse(text) as WireRequest['body'];
    requests.push({ provider, path: pathname, headers: request.headers, body });
    const reply = isCounting
      ? (countQueues[provider].shift() ?? countReply(provider, inputTokensOf(body)))
      : (queues[provider].shift() ?? always[provider]);
    await sendReply(response, reply, provider, String(body.model), (bytes) => written(provider, bytes));
  }

  const server = createServer((request, response) => {
    // The other end may go away at any time; that is what some tests are about.
    response.on('error', () => undefined);
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) return sendJson(response, 599, { error: { message: String(error) } });
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...wire,
    url,
    baseUrl: (provider) => (provider === 'openai' ? `${url}/v1` : url),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
