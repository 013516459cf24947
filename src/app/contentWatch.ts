import type { AnswerPart } from '../core/answer.ts';
import type { Failure } from '../core/failure.ts';
import type { Clock } from './ports.ts';

/** How long a request may take, in milliseconds. */
export interface TimeLimits {
  /** Without any content. Signs of life such as pings are no content. */
  readonly idleMs: number;
  /** Altogether. */
  readonly totalMs: number;
}

/**
 * The parts of a stream, ended early by a failure when no content comes for too long, or by `cancelled` when the person
 * cancels. The SDKs' own timeouts end once headers are here, and an aborted stream ends silently; so both are watched
 * from outside. `abort` is called before an early ending, so that the connection closes.
 */
export async function* watchContent(
  parts: AsyncIterable<AnswerPart>,
  options: {
    readonly clock: Clock;
    readonly limits: TimeLimits;
    readonly host: string;
    readonly cancelled: AbortSignal;
    readonly abort: () => void;
  },
): AsyncGenerator<AnswerPart> {
  const { clock, limits, host, cancelled, abort } = options;
  const iterator = parts[Symbol.asyncIterator]();
  const startedAt = clock.now();
  let connected = false;
  let lastContentAt = startedAt;
  for (;;) {
    const deadline = Math.min(lastContentAt + limits.idleMs, startedAt + limits.totalMs);
    const next = await firstOf(iterator.next(), deadline - clock.now(), clock, cancelled);
    if (next === 'cancelled' || next === 'late') {
      abort();
      // The adapter ends by itself once aborted; its last word no longer matters, nor may it be waited for.
      void iterator.return?.();
      yield next === 'cancelled' ? { type: 'cancelled' } : { type: 'failure', failure: lateness() };
      return;
    }
    if (next.done === true) return;
    const part = next.value;
    if (part.type === 'connected') connected = true;
    if (isContent(part)) lastContentAt = clock.now();
    yield part;
  }

  function lateness(): Failure {
    const now = clock.now();
    if (!connected) return { kind: 'timed-out', host, afterMs: now - startedAt };
    if (now - startedAt >= limits.totalMs) return { kind: 'timed-out', host, afterMs: limits.totalMs };
    return { kind: 'stalled', host, afterMs: limits.idleMs };
  }
}

const contentParts: ReadonlySet<AnswerPart['type']> = new Set([
  'thinking',
  'prose',
  'call-growing',
  'call',
  'picture-begun',
  'picture',
]);

/** True for what a person can see or what has to be paid for: after that a request is never repeated by itself. */
export function isContent(part: AnswerPart): boolean {
  return contentParts.has(part.type);
}

function firstOf<Value>(
  promise: Promise<Value>,
  milliseconds: number,
  clock: Clock,
  cancelled: AbortSignal,
): Promise<Value | 'late' | 'cancelled'> {
  return new Promise((resolve, reject) => {
    if (cancelled.aborted) {
      promise.catch(() => undefined);
      resolve('cancelled');
      return;
    }
    const settle = (outcome: Value | 'late' | 'cancelled') => {
      callOff();
      cancelled.removeEventListener('abort', onCancel);
      resolve(outcome);
    };
    const onCancel = () => settle('cancelled');
    const callOff = clock.after(Math.max(0, milliseconds), () => settle('late'));
    cancelled.addEventListener('abort', onCancel);
    promise.then(settle, (error: unknown) => {
      callOff();
      cancelled.removeEventListener('abort', onCancel);
      reject(error);
    });
  });
}
