import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Our end of the line to the probe in the extension host. */
export interface ProbePort {
  readonly port: number;
  /** Waits until the extension host of a window that was loaded since the last call has connected. */
  connected(): Promise<void>;
  /** Has the probe do one of its wishes, one at a time. @throws Error when the wish failed */
  ask(wish: string, argument?: unknown): Promise<unknown>;
  close(): void;
}

/** Listens on a free loopback port for the probes of one window after another; the latest one is asked. */
export async function openProbePort(): Promise<ProbePort> {
  const waiting: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    waiting.push(socket);
    server.emit('probe');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let current: { readonly socket: Socket; readonly lines: AsyncIterator<string> } | null = null;
  return {
    port: (server.address() as AddressInfo).port,
    async connected() {
      if (waiting.length === 0) await once(server, 'probe');
      const socket = waiting.pop();
      if (socket === undefined) throw new Error('The probe went away.');
      current = { socket, lines: createInterface({ input: socket })[Symbol.asyncIterator]() };
    },
    async ask(wish, argument = null) {
      if (current === null) throw new Error('No probe is connected yet.');
      current.socket.write(`${JSON.stringify({ wish, argument })}\n`);
      const { value: line, done } = await current.lines.next();
      if (done === true) throw new Error(`The extension host went away while it did ${wish}.`);
      const reply = JSON.parse(line) as { readonly value?: unknown; readonly error?: string };
      if (reply.error !== undefined) throw new Error(`${wish}: ${reply.error}`);
      return reply.value;
    },
    close() {
      current?.socket.destroy();
      for (const socket of waiting) socket.destroy();
      server.close();
    },
  };
}
