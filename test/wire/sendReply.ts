import type { ServerResponse } from 'node:http';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Provider } from '../../src/core/contender.ts';
import { framesOf } from './frames.ts';
import type { ConnectionFault, WireReply } from './wireReply.ts';

type FaultOf<Kind extends ConnectionFault['kind']> = Extract<ConnectionFault, { readonly kind: Kind }>;

/**
 * Sends a reply, with what is to go wrong with the connection. Gives up as soon as the other end is gone.
 *
 * @param written is told of each piece of the body at the moment it is handed to the network
 */
export async function sendReply(
  response: ServerResponse,
  reply: WireReply,
  provider: Provider,
  model: string,
  written: (bytes: Buffer) => void = () => undefined,
): Promise<void> {
  if (faultOf(reply, 'stall-before-headers') !== undefined) return;
  if (faultOf(reply, 'reset-before-headers') !== undefined) {
    response.socket?.resetAndDestroy();
    return;
  }
  const isStream = reply.content.kind !== 'text';
  const isZipped = faultOf(reply, 'gzip') !== undefined || faultOf(reply, 'bad-gzip') !== undefined;
  response.writeHead(reply.status ?? 200, {
    'content-type': isStream ? 'text/event-stream; charset=utf-8' : 'application/json',
    'x-request-id': 'req_wire',
    'request-id': 'req_wire',
    ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
    ...reply.headers,
  });
  response.flushHeaders();
  response.socket?.setNoDelay(true);

  const pings = faultOf(reply, 'pings-only');
  if (pings !== undefined) {
    const ping = provider === 'openai' ? '{"type":"keepalive"}' : '{"type":"ping"}';
    while (!response.destroyed) {
      response.write(`event: ${provider === 'openai' ? 'keepalive' : 'ping'}\ndata: ${ping}\n\n`);
      await delay(pings.everyMs);
    }
    return;
  }
  await writeBody(response, reply, framesOf(reply, provider, model), written);
}

async function writeBody(
  response: ServerResponse,
  reply: WireReply,
  allFrames: readonly string[],
  written: (bytes: Buffer) => void,
): Promise<void> {
  const cut = faultOf(reply, 'cut');
  const frames = allFrames.slice(0, cut?.afterEvents);
  const flood = faultOf(reply, 'flood');
  const flooded =
    flood === undefined ? frames : [frames[0] ?? '', `: ${'x'.repeat(flood.bytes)}\n\n`, ...frames.slice(1)];
  const startedAt = Date.now();
  let bytesWritten = 0;
  for (const [index, chunk] of chunksOf(flooded, reply).entries()) {
    if (response.destroyed) return;
    const room = (cut?.afterBytes ?? Number.POSITIVE_INFINITY) - bytesWritten;
    if (room <= 0) break;
    const bytes = chunk.subarray(0, Math.min(chunk.length, room));
    written(bytes);
    response.write(bytes);
    bytesWritten += chunk.length;
    const pause = startedAt + ((index + 1) * 1000) / (reply.eventsPerSecond ?? Number.POSITIVE_INFINITY) - Date.now();
    // A timer takes a millisecond at least: whoever is late catches up without.
    if (pause > 0) await delay(pause);
    else await nextTurn();
  }
  if (cut?.followedBy === 'stall') return;
  if (cut?.followedBy === 'reset') response.socket?.resetAndDestroy();
  else response.end();
}

/** The body in the writes that it is sent in. Splitting goes by bytes, so that a character can be cut in two. */
function chunksOf(frames: readonly string[], reply: WireReply): readonly Buffer[] {
  const chunks = reply.chunks ?? 'events';
  const isGood = faultOf(reply, 'gzip') !== undefined;
  if (!isGood && faultOf(reply, 'bad-gzip') === undefined) {
    if (chunks === 'events') return frames.map((frame) => Buffer.from(frame));
    return split(Buffer.from(frames.join('')), chunks);
  }
  const zipped = gzipSync(frames.join(''));
  if (!isGood) zipped.fill(0xff, Math.floor(zipped.length / 2));
  return split(zipped, chunks === 'events' ? 'whole' : chunks);
}

function split(body: Buffer, size: 'whole' | number): readonly Buffer[] {
  if (size === 'whole') return [body];
  return Array.from({ length: Math.ceil(body.length / size) }, (_, index) =>
    body.subarray(index * size, (index + 1) * size),
  );
}

function faultOf<Kind extends ConnectionFault['kind']>(reply: WireReply, kind: Kind): FaultOf<Kind> | undefined {
  return reply.faults?.find((fault): fault is FaultOf<Kind> => fault.kind === kind);
}
