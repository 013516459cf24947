import type Anthropic from '@anthropic-ai/sdk';
import type { Conversation, ConversationStart } from '../../app/ports.ts';
import type { AnswerPart } from '../../core/answer.ts';
import type { RoundReply } from '../../core/edits/toolCall.ts';
import { toolForm } from '../toolForm.ts';
import type { RequestFacts } from '../transport/requestFailure.ts';
import { reportedFailure, thrownFailure } from '../transport/requestFailure.ts';
import type { OpenedStream } from '../transport/round.ts';
import { runRound } from '../transport/round.ts';
import { eventStream } from './eventStream.ts';
import type { Message } from './history.ts';
import { replayedContent, withReply } from './history.ts';
import { withImages, withoutImages } from './images.ts';
import { MessageReader } from './messageReader.ts';
import type { OptionalParameter } from './parameters.ts';
import { rejectionIn } from './rejection.ts';
import { firstMessages, requestBody, sentParameters } from './request.ts';
import { readHistory, savedHistory } from './savedHistory.ts';

/**
 * A conversation over the Messages API, which keeps nothing: every request carries the whole history.
 *
 * @param saved a history to go on from; what cannot be read begins anew
 */
export function createAnthropicConversation(
  sdk: typeof import('@anthropic-ai/sdk'),
  client: Anthropic,
  start: ConversationStart,
  facts: RequestFacts,
  saved: unknown,
): Conversation {
  const before = readHistory(facts.model, saved);
  const rejected = new Set<OptionalParameter>(before?.rejected);
  let history = before === null ? firstMessages(start) : withImages(before.messages, start.prompt.images);

  async function* next(reply: RoundReply, signal: AbortSignal): AsyncGenerator<AnswerPart> {
    const messages = withReply(history, reply);
    const reader = new MessageReader({
      host: facts.host,
      canRead: start.canRead && toolForm(start, rejected) !== 'none',
      reported: (error) => reportedFailure(error, facts, null, null),
    });
    const round = runRound({
      signal,
      host: facts.host,
      open: () => openStream(messages, signal),
      reader,
      endingOf: (error) => endingOf(error),
    });
    for await (const part of round) {
      if (part.type === 'end' || part.type === 'paused') history = [...messages, ...replayedContent(reader.content())];
      yield part;
    }
  }

  async function openStream(messages: readonly Message[], signal: AbortSignal): Promise<OpenedStream> {
    const body = requestBody(start, messages, rejected);
    const response = await client.messages.create(body, { signal }).asResponse();
    return { requestId: response.headers.get('request-id'), events: eventStream(response) };
  }

  function endingOf(error: unknown): AnswerPart {
    const parameter = rejectionIn(error, sdk, facts.key, sentParameters(start, rejected));
    if (parameter !== null) {
      rejected.add(parameter);
      return { type: 'parameter-rejected', parameter };
    }
    return { type: 'failure', failure: thrownFailure(error, sdk, facts) };
  }

  return { next, saved: () => savedHistory(facts.model, { messages: withoutImages(history), rejected }) };
}
