import type { Connection } from '../connection.ts';
import { cappedBody } from './cappedBody.ts';
import { FailedRequest } from './failedRequest.ts';
import { networkFailure } from './networkFailure.ts';

/** A `fetch` with what is known of the response that it gave last. */
export interface GuardedFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Whether the last body ended in the middle of an event. The SDKs try to read that as an event all the same. */
  readonly brokeOff: () => boolean;
}

/** What a success is expected to be. */
export type ExpectedMedia = 'text/event-stream' | 'application/json';

/**
 * A `fetch` for an SDK that lets nothing through which was not asked for: only our own headers go out (SDKs add some
 * of their own and take others from the environment), no redirect is followed with a key in hand, a success must be of
 * the expected kind, an error must not be a web page, and no body is longer than the cap. What breaks one of these is thrown
 * as a `FailedRequest`; an abort is thrown as it comes.
 *
 * @param providerHeaders headers that this provider needs beside the common ones
 */
export function guardedFetch(
  connection: Connection,
  key: string,
  expected: ExpectedMedia,
  providerHeaders: Readonly<Record<string, string>> = {},
): GuardedFetch {
  const { host } = new URL(connection.baseUrl);
  const headers = {
    accept: expected,
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'user-agent': 'Tiebreak',
    ...providerHeaders,
  };
  let brokeOff = false;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    brokeOff = false;
    const aborted = () => init?.signal?.aborted === true;
    let response: Response;
    try {
      response = await connection.fetch(input, { ...init, headers, redirect: 'error' });
    } catch (error) {
      throw aborted() ? error : new FailedRequest(networkFailure(error, host, 'before-headers'));
    }
    const refusal = refusalOf(response, expected);
    if (refusal !== null) {
      // The page of a captive portal is of no interest, and nobody waits for the end of it.
      response.body?.cancel().catch(() => undefined);
      throw new FailedRequest({ kind: 'protocol', host, detail: refusal });
    }
    if (response.body === null) return response;
    const body = cappedBody(response.body, {
      maxBytes: connection.maxResponseBytes,
      explain: (error) => (aborted() ? error : new FailedRequest(networkFailure(error, host, 'in-body'))),
      onBrokenOff: () => {
        brokeOff = expected === 'text/event-stream';
      },
    });
    const { status, statusText } = response;
    return new Response(body, { status, statusText, headers: response.headers });
  };
  return { fetch, brokeOff: () => brokeOff };
}

/** Why a response is not one of the provider's, or null. Never contains anything of the body. */
function refusalOf(response: Response, expected: ExpectedMedia): string | null {
  const mediaType = /^\s*([\w.+-]{1,40}\/[\w.+-]{1,40})/.exec(response.headers.get('content-type') ?? '')?.[1] ?? null;
  const described = `status ${response.status}, ${mediaType ?? 'no content type'}`;
  if (response.ok) return mediaType?.toLowerCase() === expected ? null : described;
  // A gateway's own error page says enough by its status where the status stands for a passing fault or a proxy.
  const isPage = mediaType?.toLowerCase() === 'text/html';
  return isPage && response.status < 500 && response.status !== 407 ? described : null;
}
