import type { AnswerPart } from '../../core/answer.ts';

/** A response whose headers are here. */
export interface OpenedStream {
  readonly requestId: string | null;
  /** The provider's events as parsed JSON, in the order they came. */
  readonly events: AsyncIterable<unknown>;
}

/** Turns a provider's events into parts of an answer. */
export interface EventReader {
  read(event: unknown): readonly AnswerPart[];
  /** The part that ends the round, once the events have said so. */
  readonly ending: AnswerPart | null;
}

/**
 * Runs one request to its end, whatever that is, and yields exactly one ending part, last. SDKs end an aborted stream
 * and a stream that broke off in the same silent way: only the signal and the terminal event tell them apart.
 */
export async function* runRound(options: {
  readonly signal: AbortSignal;
  readonly host: string;
  readonly open: () => Promise<OpenedStream>;
  readonly reader: EventReader;
  /** The ending that a thrown error stands for. */
  readonly endingOf: (error: unknown) => AnswerPart;
}): AsyncGenerator<AnswerPart> {
  const { signal, reader } = options;
  try {
    if (!signal.aborted) {
      const stream = await options.open();
      yield { type: 'connected', requestId: stream.requestId };
      for await (const event of stream.events) {
        if (signal.aborted) break;
        for (const part of reader.read(event)) yield part;
        if (reader.ending !== null) break;
      }
    }
  } catch (error) {
    yield signal.aborted ? { type: 'cancelled' } : options.endingOf(error);
    return;
  }
  if (signal.aborted) yield { type: 'cancelled' };
  else yield reader.ending ?? { type: 'failure', failure: { kind: 'stream-broken', host: options.host } };
}
