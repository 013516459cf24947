import type { Provider } from '../../core/contender.ts';
import { isFields, textField } from '../fields.ts';
import { answerFor } from './answerFor.ts';
import { anthropicEvents } from './anthropicEvents.ts';
import type { WireEvent } from './openaiEvents.ts';
import { openAiEvents } from './openaiEvents.ts';
import { questionIn } from './scriptedQuestion.ts';

/**
 * A `fetch` that never leaves the process: it reads the question from the request's body and streams a hand-written
 * answer in the provider's own format, so that everything behind it is the real path.
 *
 * @param pauseMs milliseconds before each piece, as a model would take them
 */
export function createScriptedFetch({
  pauseMs = () => 15 + Math.random() * 25,
}: {
  readonly pauseMs?: () => number;
} = {}): typeof globalThis.fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const provider: Provider = url.endsWith('/responses') ? 'openai' : 'anthropic';
    const text = typeof init?.body === 'string' ? init.body : '{}';
    const parsed: unknown = JSON.parse(text);
    const body = isFields(parsed) ? parsed : {};
    const question = questionIn(body, provider);
    const answer = {
      ...answerFor(question),
      round: question.laterTurns.length,
      model: `${textField(body, 'model') ?? 'model'}-scripted`,
      inputTokens: Math.ceil(text.length / 4),
    };
    const events = provider === 'openai' ? openAiEvents(answer) : anthropicEvents(answer);
    const signal = init?.signal ?? null;
    await pause(pauseMs() * 10, signal);
    const headers = {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-request-id': 'scripted',
      'request-id': 'scripted',
    };
    return new Response(streamOf(events, pauseMs, signal), { status: 200, headers });
  };
}

function streamOf(
  events: readonly WireEvent[],
  pauseMs: () => number,
  signal: AbortSignal | null,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const event = events[next];
      if (event === undefined) return controller.close();
      next += 1;
      try {
        // Only what a model would write takes time.
        await pause(event.type.endsWith('delta') ? pauseMs() : 0, signal);
      } catch (error) {
        return controller.error(error);
      }
      controller.enqueue(encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`));
    },
  });
}

/** Waits, or throws the signal's reason as soon as it is aborted. */
function pause(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    if (milliseconds <= 0) return resolve();
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
