import type { Clock } from '../../app/ports.ts';

/** How long and how large a fetch may become. */
export interface FetchLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * Fetches a public text within limits of time and size. Sends no credentials and follows no redirect, so that nothing
 * else than the address asked for is reached. Rejects with the reason for everything but a whole success.
 */
export async function fetchText(address: string, clock: Clock, limits: FetchLimits): Promise<string> {
  const request = new AbortController();
  const callOff = clock.after(limits.milliseconds, () => {
    request.abort(new Error(`not done after ${limits.milliseconds} ms`));
  });
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json, text/plain', 'user-agent': 'Tiebreak' },
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: request.signal,
    });
    if (response.status !== 200 || response.body === null) throw new Error(`status ${response.status}`);
    return await textOf(response.body, limits.bytes);
  } finally {
    callOff();
    // Whatever still comes of a response that was given up is of no interest.
    request.abort();
  }
}

/** Counts what was decompressed, since that is what has to be held. */
async function textOf(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error(`more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}
