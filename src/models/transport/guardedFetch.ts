import { cappedBody } from './cappedBody.ts';
import { FailedRequest } from './failedRequest.ts';
import { networkFailure } from './networkFailure.ts';

/** What every request of one conversation has in common. */
export interface FetchGuard {
  readonly fetch: typeof globalThis.fetch;
  readonly host: string;
  /** The only headers that are sent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly maxResponseBytes: number;
}

/**
 * A `fetch` for an SDK that lets nothing through which was not asked for: only our own headers go out (SDKs add some
 * of their own and take others from the environment), no redirect is followed with a key in hand, a success must be an
 * event stream, an error must not be a web page, and no body is longer than the cap. What breaks one of these is thrown
 * as a `FailedRequest`; an abort is thrown as it comes.
 */
export function guardedFetch(guard: FetchGuard): typeof globalThis.fetch {
  return async (input, init) => {
    const aborted = () => init?.signal?.aborted === true;
    let response: Response;
    try {
      response = await guard.fetch(input, { ...init, headers: { ...guard.headers }, redirect: 'error' });
    } catch (error) {
      throw aborted() ? error : new FailedRequest(networkFailure(error, guard.host, 'before-headers'));
    }
    const refusal = refusalOf(response);
    if (refusal !== null) {
      // The page of a captive portal is of no interest, and nobody waits for the end of it.
      response.body?.cancel().catch(() => undefined);
      throw new FailedRequest({ kind: 'protocol', host: guard.host, detail: refusal });
    }
    if (response.body === null) return response;
    const body = cappedBody(response.body, guard.maxResponseBytes, (error) =>
      aborted() || error instanceof FailedRequest
        ? error
        : new FailedRequest(networkFailure(error, guard.host, 'in-body')),
    );
    const { status, statusText, headers } = response;
    return new Response(body, { status, statusText, headers });
  };
}

/** Why a response is not one of the provider's, or null. Never contains anything of the body. */
function refusalOf(response: Response): string | null {
  const mediaType = /^\s*([\w.+-]{1,40}\/[\w.+-]{1,40})/.exec(response.headers.get('content-type') ?? '')?.[1] ?? null;
  const described = `status ${response.status}, ${mediaType ?? 'no content type'}`;
  if (response.ok) return mediaType?.toLowerCase() === 'text/event-stream' ? null : described;
  // A gateway's own error page says enough by its status where the status stands for a passing fault or a proxy.
  const isPage = mediaType?.toLowerCase() === 'text/html';
  return isPage && response.status < 500 && response.status !== 407 ? described : null;
}
