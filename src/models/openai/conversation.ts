import type OpenAI from 'openai';
import type { Conversation, ConversationStart } from '../../app/ports.ts';
import type { AnswerPart } from '../../core/answer.ts';
import type { RoundReply } from '../../core/edits/toolCall.ts';
import { toolForm } from '../toolForm.ts';
import type { RequestFacts } from '../transport/requestFailure.ts';
import { reportedFailure, thrownFailure } from '../transport/requestFailure.ts';
import type { OpenedStream } from '../transport/round.ts';
import { runRound } from '../transport/round.ts';
import type { PendingCalls } from './history.ts';
import { replayedOutput, replyItems } from './history.ts';
import type { InputItem } from './inputItem.ts';
import { withImages, withoutImages } from './inputItem.ts';
import type { OptionalParameter } from './parameters.ts';
import { rejectionIn } from './rejection.ts';
import { firstInput, requestBody, sentParameters } from './request.ts';
import { ResponseReader } from './responseReader.ts';
import { readHistory, savedHistory } from './savedHistory.ts';

/**
 * A conversation over the Responses API. Nothing is stored there, so every request carries the whole history.
 *
 * @param saved a history to go on from; what cannot be read begins anew
 */
export function createOpenAiConversation(
  sdk: typeof import('openai'),
  client: OpenAI,
  start: ConversationStart,
  facts: RequestFacts,
  saved: unknown,
): Conversation {
  const before = readHistory(facts.model, saved);
  const rejected = new Set<OptionalParameter>(before?.rejected);
  let items = before === null ? firstInput(start) : withImages(before.items, start.prompt.images);
  let pending: PendingCalls = before?.pending ?? new Map();

  async function* next(reply: RoundReply, signal: AbortSignal): AsyncGenerator<AnswerPart> {
    const input = [...items, ...replyItems(reply, pending)];
    const reader = new ResponseReader({
      host: facts.host,
      canRead: start.canRead && toolForm(start, rejected) !== 'none',
      reported: (error) => reportedFailure(error, facts, null, null),
    });
    const round = runRound({
      signal,
      host: facts.host,
      open: () => openStream(input, signal),
      reader,
      endingOf: (error) => endingOf(error),
    });
    for await (const part of round) {
      if (part.type === 'end') {
        items = [...input, ...replayedOutput(reader.output)];
        pending = reader.pending;
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
    const parameter = rejectionIn(error, sdk, facts.key, sentParameters(start, rejected));
    if (parameter !== null) {
      rejected.add(parameter);
      return { type: 'parameter-rejected', parameter };
    }
    return { type: 'failure', failure: thrownFailure(error, sdk, facts) };
  }

  return { next, saved: () => savedHistory(facts.model, { items: withoutImages(items), pending, rejected }) };
}
