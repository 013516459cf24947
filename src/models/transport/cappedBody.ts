import { FailedRequest } from './failedRequest.ts';

/**
 * The same bytes, but ended with a `truncated` failure once there are more than `maxBytes`. Errors of the source are
 * passed through `explain`. Cancelling it cancels the source, so that the connection closes.
 */
export function cappedBody(
  source: ReadableStream<Uint8Array>,
  maxBytes: number,
  explain: (error: unknown) => unknown,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let received = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        received += value.byteLength;
        if (received <= maxBytes) return controller.enqueue(value);
        controller.error(new FailedRequest({ kind: 'truncated', limit: 'size' }));
        await reader.cancel();
      } catch (error) {
        controller.error(explain(error));
      }
    },
    async cancel(reason) {
      await reader.cancel(reason);
    },
  });
}
