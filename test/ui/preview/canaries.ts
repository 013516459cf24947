import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Servers on this machine that note whatever reaches them: HTTP and WebSockets by path, STUN by packet. */
export interface Canaries {
  /** `http://127.0.0.1:PORT/` */
  readonly http: string;
  /** `ws://127.0.0.1:PORT/` */
  readonly socket: string;
  /** `stun:127.0.0.1:PORT` */
  readonly stun: string;
  /** What came since the last `reset`: the paths that were asked for, `connection` for one without, and `stun`. */
  hits(): readonly string[];
  reset(): void;
  close(): Promise<void>;
}

/** Starts them on free ports. What is asked for is answered, so that nothing fails for want of an answer. */
export async function startCanaries(): Promise<Canaries> {
  let hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '/');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', request.url?.endsWith('.css') === true ? 'text/css' : 'text/html');
    response.end('<!doctype html><p>canary');
  });
  server.on('connection', () => hits.push('connection'));
  server.on('upgrade', (request, connection) => {
    hits.push(request.url ?? '/');
    connection.destroy();
  });
  const stun = createSocket('udp4');
  stun.on('message', () => hits.push('stun'));
  server.listen(0, '127.0.0.1');
  stun.bind(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(stun, 'listening')]);
  const { port } = server.address() as AddressInfo;
  return {
    http: `http://127.0.0.1:${port}/`,
    socket: `ws://127.0.0.1:${port}/`,
    stun: `stun:127.0.0.1:${stun.address().port}`,
    hits: () => hits,
    reset: () => {
      // A browser takes a connection that is still open again, and nobody would hear of it.
      server.closeAllConnections();
      hits = [];
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      stun.close();
      await once(server, 'close');
    },
  };
}
