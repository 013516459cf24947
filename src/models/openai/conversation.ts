import type OpenAI from 'openai';
import type { Conversation, ConversationStart } from '../../app/ports.ts';
import type { AnswerPart } from '../../core/answer.ts';
import type { ToolResult } from '../../core/edits/toolCall.ts';
import { providerMessage } from '../transport/providerMessage.ts';
import type { RequestFacts } from '../transport/requestFailure.ts';
import { reportedFailure, thrownFailure } from '../transport/requestFailure.ts';
import type { OpenedStream } from '../transport/round.ts';
import { runRound } from '../transport/round.ts';
import type { ReplyType } from './editTool.ts';
import { replayedOutput, resultItems } from './history.ts';
import type { OptionalParameter } from './parameters.ts';
import { rejectedParameter } from './parameters.ts';
import type { InputItem } from './request.ts';
import { firstInput, requestBody, sentParameters } from './request.ts';
import { ResponseReader } from './responseReader.ts';

/** A conversation over the Responses API. Nothing is stored there, so every request carries the whole history. */
export function createOpenAiConversation(
  sdk: typeof import('openai'),
  client: OpenAI,
  start: ConversationStart,
  facts: RequestFacts,
): Conversation {
  const rejected = new Set<OptionalParameter>();
  let history = firstInput(start);
  let replyTypeOf: ReadonlyMap<string, ReplyType> = new Map();

  async function* next(results: readonly ToolResult[], signal: AbortSignal): AsyncGenerator<AnswerPart> {
    const input = [...history, ...resultItems(results, replyTypeOf)];
    const reader = new ResponseReader(facts.host, (error) => reportedFailure(error, facts, null, null));
    const round = runRound({
      signal,
      host: facts.host,
      open: () => openStream(input, signal),
      reader,
      endingOf: (error) => endingOf(error),
    });
    for await (const part of round) {
      if (part.type === 'end') {
        history = [...input, ...replayedOutput(reader.output)];
        replyTypeOf = reader.replyTypeOf;
      }
      yield part;
    }
  }

  async function openStream(input: readonly InputItem[], signal: AbortSignal): Promise<OpenedStream> {
    // The raw stream, not `responses.stream()`: that helper throws at events that it does not know, patches among them.
    const body = requestBody(start, input, rejected);
    const { data, response } = await client.responses.create(body, { signal }).withResponse();
    return { requestId: response.headers.get('x-request-id'), events: data };
  }

  function endingOf(error: unknown): AnswerPart {
    if (error instanceof sdk.BadRequestError || error instanceof sdk.UnprocessableEntityError) {
      const message = providerMessage(error.message, facts.key);
      const parameter = rejectedParameter(error.param ?? null, message, sentParameters(start, rejected));
      if (parameter !== null) {
        rejected.add(parameter);
        return { type: 'parameter-rejected', parameter };
      }
    }
    return { type: 'failure', failure: thrownFailure(error, sdk, facts) };
  }

  return { next };
}
