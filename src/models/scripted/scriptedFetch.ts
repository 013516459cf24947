import type { Provider } from '../../core/contender.ts';
import { isFields, textField } from '../fields.ts';
import { answerFor } from './answerFor.ts';
import { anthropicEvents } from './anthropicEvents.ts';
import type { WireEvent } from './openaiEvents.ts';
import { openAiEvents } from './openaiEvents.ts';
import { countedInput, inputTokensOf } from './scriptedCount.ts';
import { questionIn } from './scriptedQuestion.ts';

/** As long as this many pieces take, a longer answer takes too: seconds, and not half a minute. */
const pacedPieces = 250;

const countingPaths: Readonly<Record<Provider, string>> = {
  openai: '/responses/input_tokens',
  anthropic: '/messages/count_tokens',
};

/**
 * A `fetch` that never leaves the process: it reads the question from the request's body and streams a hand-written
 * answer in the provider's own format, or counts the input roughly, so that everything behind it is the real path.
 *
 * @param pauseMs milliseconds before each piece, as a model would take them; less in an answer of many pieces
 */
export function createScriptedFetch({
  pauseMs = () => 15 + Math.random() * 25,
}: {
  readonly pauseMs?: () => number;
} = {}): typeof globalThis.fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const provider: Provider = pathname.includes('/responses') ? 'openai' : 'anthropic';
    const parsed: unknown = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    const body = isFields(parsed) ? parsed : {};
    const signal = init?.signal ?? null;
    if (pathname.endsWith(countingPaths[provider])) {
      await pause(pauseMs(), signal);
      return Response.json(countedInput(provider, body));
    }
    const question = questionIn(body, provider);
    const answer = {
      ...answerFor(question),
      round: question.laterTurns.length,
      model: `${textField(body, 'model') ?? 'model'}-scripted`,
      inputTokens: inputTokensOf(body),
    };
    const events = provider === 'openai' ? openAiEvents(answer) : anthropicEvents(answer);
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
  const share = Math.min(1, pacedPieces / events.reduce((sum, event) => sum + paceOf(event), 0));
  let next = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const event = events[next];
      if (event === undefined) return controller.close();
      next += 1;
      try {
        // Only what a model would write takes time.
        await pause(share * paceOf(event) * pauseMs(), signal);
      } catch (error) {
        return controller.error(error);
      }
      controller.enqueue(encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`));
    },
  });
}

/** For how many pieces of text an event stands. */
function paceOf({ type }: WireEvent): number {
  if (type.startsWith('response.image_generation_call.')) return 30;
  return type.endsWith('delta') ? 1 : 0;
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
