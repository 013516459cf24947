import type { Provider } from '../../core/contender.ts';
import type { Failure } from '../../core/failure.ts';
import { isFields, objectField, textField } from '../fields.ts';
import { failureIn } from './failedRequest.ts';
import { networkFailure } from './networkFailure.ts';
import { providerFailure } from './providerFailure.ts';
import { providerMessage } from './providerMessage.ts';
import { retryAfter } from './retryAfter.ts';

/** What a request was about, for failures to name. */
export interface RequestFacts {
  readonly provider: Provider;
  readonly model: string;
  readonly host: string;
  readonly timeoutMs: number;
  /** Only to be taken out of messages. */
  readonly key: string;
  /** Whether the response ended in the middle of an event. */
  readonly brokeOff: () => boolean;
}

type ErrorClass<Instance> = abstract new (...parameters: never[]) => Instance;

/** The error classes that both SDKs have. Told apart by class: their `name` says nothing. */
export interface SdkErrors {
  readonly APIConnectionTimeoutError: ErrorClass<Error>;
  readonly APIConnectionError: ErrorClass<Error>;
  readonly APIError: ErrorClass<
    Error & { readonly status: number | undefined; readonly headers: Headers | undefined; readonly error: unknown }
  >;
}

/** The failure that something thrown by an SDK stands for. Never holds the key, nor a body that is not the provider's. */
export function thrownFailure(error: unknown, sdk: SdkErrors, facts: RequestFacts): Failure {
  const { host } = facts;
  const carried = failureIn(error);
  if (carried !== null) return carried;
  if (error instanceof sdk.APIConnectionTimeoutError) return { kind: 'timed-out', host, afterMs: facts.timeoutMs };
  if (error instanceof sdk.APIConnectionError) return networkFailure(error.cause, host, 'before-headers');
  if (error instanceof sdk.APIError) {
    return reportedFailure(error.error, facts, error.status ?? null, error.headers ?? null);
  }
  if (error instanceof SyntaxError) {
    return facts.brokeOff() ? { kind: 'stream-broken', host } : { kind: 'protocol', host, detail: 'malformed event' };
  }
  return {
    kind: 'unexpected',
    cause: providerMessage(error instanceof Error ? error.message : String(error), facts.key),
  };
}

/**
 * The failure that a provider's error object stands for: the body of an error status, or of an error event within a
 * stream.
 *
 * @param status null within a stream
 */
export function reportedFailure(
  body: unknown,
  facts: RequestFacts,
  status: number | null,
  headers: Headers | null,
): Failure {
  const error = isFields(body) ? (objectField(body, 'error') ?? body) : null;
  const message = textField(error, 'message');
  return providerFailure({
    provider: facts.provider,
    model: facts.model,
    host: facts.host,
    status,
    codes: [textField(error, 'code'), textField(error, 'type')].filter((code) => code !== null),
    message: message === null ? null : providerMessage(message, facts.key),
    retryAfterMs: retryAfter(headers, message),
  });
}
