import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, it } from 'mocha';
import type { Failure } from '../../../src/core/failure.ts';
import { converse, partsOf, providers, summaryOf } from './conversations.ts';

describe('networks that fail before any header', () => {
  for (const provider of providers) {
    const failureAt = async (url: string): Promise<Failure | null> => {
      const conversation = await converse({ baseUrl: () => url }, provider);
      const { ending } = summaryOf(await partsOf(conversation));
      return ending?.type === 'failure' ? ending.failure : null;
    };

    it(`${provider}: a refused connection names the host and the code`, async () => {
      const port = await freePort();
      const failure = await failureAt(`http://127.0.0.1:${port}/v1`);
      assert.deepEqual(failure, { kind: 'network-down', host: `127.0.0.1:${port}`, code: 'ECONNREFUSED' });
    });

    it(`${provider}: a name that does not resolve names the host and the code`, async () => {
      const failure = await failureAt('http://tiebreak.invalid/v1');
      assert.ok(failure?.kind === 'network-down');
      assert.equal(failure.host, 'tiebreak.invalid');
      assert.match(failure.code ?? '', /^(ENOTFOUND|EAI_AGAIN)$/);
    });

    it(`${provider}: a server that speaks no TLS is a TLS failure`, async () => {
      const server = createServer((socket) =>
        socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      );
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const failure = await failureAt(`https://127.0.0.1:${port}/v1`);
      server.close();
      assert.equal(failure?.kind, 'tls');
    });

    it(`${provider}: a server that speaks no HTTP is a protocol failure`, async () => {
      const server = createServer((socket) => socket.on('error', () => undefined).end('SSH-2.0-OpenSSH_9.2\r\n'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const failure = await failureAt(`http://127.0.0.1:${port}/v1`);
      server.close();
      assert.equal(failure?.kind, 'protocol');
    });
  }
});

/** A port that nothing listens on any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
