import type { Provider } from '../../core/contender.ts';
import type { Failure } from '../../core/failure.ts';

/** An error that a provider itself reported, by status or within a stream. */
export interface ProviderError {
  readonly provider: Provider;
  readonly model: string;
  readonly host: string;
  /** HTTP status; null for an error inside a stream that began well. */
  readonly status: number | null;
  /** The provider's `code` and `type`, where it gave them. */
  readonly codes: readonly string[];
  /** The provider's sentence, already redacted; null when the body was not the provider's JSON. */
  readonly message: string | null;
  readonly retryAfterMs: number | null;
}

type Rule = (
  error: ProviderError,
  has: (...codes: string[]) => boolean,
  says: (pattern: RegExp) => boolean,
) => Failure | null;

/** The first rule that knows the error decides. Codes go before statuses: gateways get statuses wrong more often. */
const rules: readonly Rule[] = [
  ({ provider, status }, has, says) =>
    status === 402 ||
    has('insufficient_quota', 'billing_hard_limit_reached', 'billing_not_active', 'billing_error') ||
    says(/credit balance is too low|reached your specified (api )?usage limits/i)
      ? { kind: 'quota', provider }
      : null,
  ({ provider, status }, has, says) =>
    status === 413 ||
    has('context_length_exceeded', 'request_too_large') ||
    (isBadRequest(status) &&
      says(/prompt is too long|exceeds? (the )?context (window|limit|length)|maximum context length/i))
      ? { kind: 'prompt-too-long', provider }
      : null,
  (_error, has) => (has('content_filter', 'content_policy_violation') ? { kind: 'refused', explanation: null } : null),
  // How pictures are held back; the sentence says what for.
  ({ message }, has) => (has('moderation_blocked') ? { kind: 'refused', explanation: message } : null),
  ({ provider, status }, has) =>
    status === 401 || has('authentication_error', 'invalid_api_key') ? { kind: 'key-rejected', provider } : null,
  ({ provider, model, status }, has) =>
    status === 403 || has('permission_error') ? { kind: 'no-access', provider, model } : null,
  // A 404 without the provider's own words is a wrong address rather than a wrong model.
  ({ provider, model, status, message }, has) =>
    has('model_not_found', 'not_found_error') || (status === 404 && message !== null)
      ? { kind: 'model-not-found', provider, model }
      : null,
  ({ host, status }) => (status === 407 ? { kind: 'proxy', host, status } : null),
  ({ provider, status, retryAfterMs }, has) =>
    status === 429 || has('rate_limit_error', 'rate_limit_exceeded')
      ? { kind: 'rate-limited', provider, retryAfterMs }
      : null,
  ({ provider, status }, has) =>
    status === 529 || status === 503 || has('overloaded_error', 'server_is_overloaded', 'slow_down')
      ? { kind: 'overloaded', provider }
      : null,
  ({ provider, status }) =>
    status === 408 || status === 409 || (status !== null && status >= 500)
      ? { kind: 'provider-fault', provider, status }
      : null,
  ({ provider, status, message }, has) =>
    status !== null || has('invalid_request_error', 'invalid_prompt')
      ? { kind: 'request-rejected', provider, status: status ?? 400, reason: message ?? '' }
      : null,
];

/** The failure that a provider's error stands for. Total: what no rule knows is a fault of the provider. */
export function providerFailure(error: ProviderError): Failure {
  const has = (...codes: string[]) => codes.some((code) => error.codes.includes(code));
  const says = (pattern: RegExp) => error.message !== null && pattern.test(error.message);
  for (const rule of rules) {
    const failure = rule(error, has, says);
    if (failure !== null) return failure;
  }
  return { kind: 'provider-fault', provider: error.provider, status: error.status };
}

function isBadRequest(status: number | null): boolean {
  return status === null || status === 400 || status === 422;
}
