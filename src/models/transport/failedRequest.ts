import type { Failure } from '../../core/failure.ts';

/**
 * Carries a failure through an SDK, which wraps what `fetch` throws but keeps it as a cause. The message is the
 * failure's kind: it must not read like a timeout, or the Anthropic SDK drops the cause.
 */
export class FailedRequest extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`request failed: ${failure.kind}`);
    this.failure = failure;
  }
}

/** The failure that an error carries, itself or as a cause, or null. */
export function failureIn(error: unknown): Failure | null {
  for (const cause of causeChain(error)) {
    if (cause instanceof FailedRequest) return cause.failure;
  }
  return null;
}

/** An error, its causes, and the errors that any of them bundles. Bounded, since a cause can be its own cause. */
export function causeChain(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && chain.length < 16) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null || chain.includes(next)) continue;
    chain.push(next);
    if (next instanceof AggregateError) waiting.push(...next.errors);
    if ('cause' in next) waiting.push(next.cause);
  }
  return chain;
}
