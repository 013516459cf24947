import { isFields } from '../fields.ts';

/**
 * The events of a streamed response as parsed JSON. Read from the SDK's own decoder below its event iterator, because
 * that one drops every frame without an `event:` line, and with it a piece of the answer, without a word.
 *
 * @throws SyntaxError at an event that is not JSON.
 */
export async function* eventStream(response: Response): AsyncGenerator<unknown> {
  const { Stream } = await import('@anthropic-ai/sdk/core/streaming');
  for await (const frame of Stream.rawEvents(response)) {
    if (frame.data === '') continue;
    const event: unknown = JSON.parse(frame.data);
    yield isFields(event) && event.type === undefined ? { ...event, type: frame.event } : event;
  }
}
