import { FailedRequest } from './failedRequest.ts';

/** What is done about a body that is not as it should be. */
export interface BodyWatch {
  /** In bytes. */
  readonly maxBytes: number;
  /** What to throw in place of an error of the source. */
  readonly explain: (error: unknown) => unknown;
  /** Called when the body ends before the blank line that ends an event. */
  readonly onBrokenOff: () => void;
}

/**
 * The same bytes, but ended with a `truncated` failure once there are too many. Cancelling it cancels the source, so
 * that the connection closes.
 */
export function cappedBody(source: ReadableStream<Uint8Array>, watch: BodyWatch): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let received = 0;
  let tail: readonly number[] = [];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          if (received > 0 && !endsWithBlankLine(tail)) watch.onBrokenOff();
          return controller.close();
        }
        received += value.byteLength;
        tail = [...tail, ...value.subarray(-4)].slice(-4);
        if (received <= watch.maxBytes) return controller.enqueue(value);
        controller.error(new FailedRequest({ kind: 'truncated', limit: 'size' }));
        await reader.cancel();
      } catch (error) {
        controller.error(watch.explain(error));
      }
    },
    async cancel(reason) {
      await reader.cancel(reason);
    },
  });
}

function endsWithBlankLine(tail: readonly number[]): boolean {
  return /(\n|\r)\r?\n$|\r\r$/.test(String.fromCharCode(...tail));
}
