import type { Failure } from '../../core/failure.ts';
import type { Fields } from '../fields.ts';
import { countField, isFields, objectField, textField } from '../fields.ts';
import { providerMessage } from './providerMessage.ts';
import type { RequestFacts, SdkErrors } from './requestFailure.ts';
import { thrownFailure } from './requestFailure.ts';

/**
 * Has a provider count input tokens, and once more at most, without a parameter that it turned down.
 *
 * @param ask sends the request without what was turned down, and gives the body of the response
 * @param rejectionIn the parameter that an error turned down; null when it is about something else
 * @throws the signal's reason once that is aborted
 */
export async function runCount<Parameter>(options: {
  readonly sdk: SdkErrors;
  readonly facts: RequestFacts;
  readonly signal: AbortSignal;
  readonly ask: (rejected: ReadonlySet<Parameter>) => Promise<unknown>;
  readonly rejectionIn: (error: unknown) => Parameter | null;
}): Promise<number | Failure> {
  const { sdk, facts, signal } = options;
  const rejected = new Set<Parameter>();
  for (;;) {
    try {
      return countIn(await options.ask(rejected)) ?? { kind: 'protocol', host: facts.host, detail: 'no token count' };
    } catch (error) {
      signal.throwIfAborted();
      const parameter = rejected.size === 0 ? options.rejectionIn(error) : null;
      if (parameter === null) return countFailure(error, sdk, facts);
      rejected.add(parameter);
    }
  }
}

function countIn(body: unknown): number | null {
  return isFields(body) ? countField(body, 'input_tokens') : null;
}

/** A 404 that does not speak of the model is about the endpoint, which not every gateway has. */
function countFailure(error: unknown, sdk: SdkErrors, facts: RequestFacts): Failure {
  const failure = thrownFailure(error, sdk, facts);
  if (failure.kind !== 'model-not-found' || !(error instanceof sdk.APIError)) return failure;
  const body = isFields(error.error) ? error.error : null;
  const reported: Fields | null = objectField(body, 'error') ?? body;
  const message = providerMessage(textField(reported, 'message'), facts.key);
  const isAboutModel = textField(reported, 'code') === 'model_not_found' || /model/i.test(message);
  if (isAboutModel) return failure;
  return { kind: 'request-rejected', provider: facts.provider, status: error.status ?? 404, reason: message };
}
