import type OpenAI from 'openai';
import type { ConversationStart } from '../../app/ports.ts';
import type { Failure } from '../../core/failure.ts';
import type { RequestFacts } from '../transport/requestFailure.ts';
import { runCount } from '../transport/runCount.ts';
import type { OptionalParameter, RejectedParameters } from './parameters.ts';
import { rejectionIn } from './rejection.ts';
import { firstInput, requestBody, sentParameters } from './request.ts';

/**
 * Has the Responses API count the input tokens of the first request (`POST /v1/responses/input_tokens`).
 *
 * @throws the signal's reason once that is aborted
 */
export function countInput(
  sdk: typeof import('openai'),
  client: OpenAI,
  start: ConversationStart,
  facts: RequestFacts,
  signal: AbortSignal,
): Promise<number | Failure> {
  return runCount<OptionalParameter>({
    sdk,
    facts,
    signal,
    ask: (rejected) => client.responses.inputTokens.count(countBody(start, rejected), { signal }),
    rejectionIn: (error) => rejectionIn(error, sdk, facts.key, sentParameters(start, new Set())),
  });
}

/** All of a request that can be input: the endpoint knows no other parameters. */
function countBody(
  start: ConversationStart,
  rejected: RejectedParameters,
): OpenAI.Responses.InputTokens.InputTokenCountParams {
  const { instructions, input, tools, reasoning } = requestBody(start, firstInput(start), rejected);
  return {
    model: start.contender.model,
    instructions: instructions ?? null,
    input: input ?? null,
    ...(tools === undefined ? {} : { tools }),
    ...(reasoning === undefined ? {} : { reasoning }),
  };
}
