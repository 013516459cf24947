import type { Failure } from '../../core/failure.ts';
import { isFields } from '../fields.ts';
import { FailedRequest } from '../transport/failedRequest.ts';

/**
 * The events of a streamed response as parsed JSON. Read from the SDK's own decoder below its event iterator, because
 * that one drops every frame without an `event:` line, and with it a piece of the answer, without a word.
 */
export async function* eventStream(response: Response, malformed: Failure): AsyncGenerator<unknown> {
  const { Stream } = await import('@anthropic-ai/sdk/core/streaming');
  for await (const frame of Stream.rawEvents(response)) {
    if (frame.data === '') continue;
    let event: unknown;
    try {
      event = JSON.parse(frame.data);
    } catch {
      throw new FailedRequest(malformed);
    }
    yield isFields(event) && event.type === undefined ? { ...event, type: frame.event } : event;
  }
}
