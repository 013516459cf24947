import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { TestMessage, TestOutcome } from './testOutcome.ts';

/** The end at which an extension host's test outcomes arrive. */
export interface OutcomeReceiver {
  readonly port: number;
  /** Settles when the extension host has told all, or has gone before it had. */
  readonly finished: Promise<'complete' | 'incomplete'>;
  close(): void;
}

/** Listens on a free loopback port for one extension host, and hands on each outcome as it comes. */
export async function receiveOutcomes(take: (outcome: TestOutcome) => void): Promise<OutcomeReceiver> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const finished = (async () => {
    const [socket] = await once(server, 'connection');
    let ending: 'complete' | 'incomplete' = 'incomplete';
    try {
      for await (const line of createInterface({ input: socket })) {
        const message = JSON.parse(line) as TestMessage;
        if (message.state === 'done') {
          ending = 'complete';
        } else {
          take(message);
        }
      }
    } catch {
      // A connection that is reset is an extension host that died: what it told so far stands, and it is incomplete.
    }
    return ending;
  })();
  return { port: (server.address() as AddressInfo).port, finished, close: () => server.close() };
}
