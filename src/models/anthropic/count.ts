import type Anthropic from '@anthropic-ai/sdk';
import type { ConversationStart } from '../../app/ports.ts';
import type { Failure } from '../../core/failure.ts';
import type { RequestFacts } from '../transport/requestFailure.ts';
import { runCount } from '../transport/runCount.ts';
import type { OptionalParameter, RejectedParameters } from './parameters.ts';
import { rejectionIn } from './rejection.ts';
import { firstMessages, requestBody, sentParameters } from './request.ts';

/**
 * Has the Messages API count the input tokens of the first request (`POST /v1/messages/count_tokens`).
 *
 * @throws the signal's reason once that is aborted
 */
export function countInput(
  sdk: typeof import('@anthropic-ai/sdk'),
  client: Anthropic,
  start: ConversationStart,
  facts: RequestFacts,
  signal: AbortSignal,
): Promise<number | Failure> {
  return runCount<OptionalParameter>({
    sdk,
    facts,
    signal,
    ask: (rejected) => client.messages.countTokens(countBody(start, rejected), { signal }),
    rejectionIn: (error) => rejectionIn(error, sdk, facts.key, sentParameters(start, new Set())),
  });
}

/** All of a request that can be input: the endpoint takes no other parameters. */
function countBody(
  start: ConversationStart,
  rejected: RejectedParameters,
): Anthropic.Messages.MessageCountTokensParams {
  const { max_tokens, stream, ...input } = requestBody(start, firstMessages(start), rejected);
  return input;
}
