import type { Failure } from '../core/failure.ts';

/** How often one request is repeated at most. */
export const retryLimit = 2;

/** Waits longer than this are left to the person: a minute of countdown is still a wait, ten are a failure. */
const longestWaitMs = 60_000;

/**
 * How long to wait before the same request is sent again, in milliseconds, or null when it must not be. Only failures
 * that pass by themselves are retried, and the caller makes sure that nothing visible had come: a second attempt after
 * that would be billed twice. So would one after a stream that broke off, whatever had come of it. The provider's own wait is honoured; else half a second doubled, with up to a quarter
 * taken off at random so that two sides do not knock in step.
 *
 * @param retries how many retries there were already
 * @param random between 0 and 1
 */
export function retryDelay(failure: Failure, retries: number, random: number): number | null {
  if (retries >= retryLimit) return null;
  const backoff = 500 * 2 ** retries * (1 - random / 4);
  switch (failure.kind) {
    case 'rate-limited':
      // Without a stated wait it is a spend cap, which no repetition lifts.
      if (failure.retryAfterMs === null || failure.retryAfterMs > longestWaitMs) return null;
      return Math.max(failure.retryAfterMs, backoff);
    case 'overloaded':
    case 'provider-fault':
    case 'network-down':
      return backoff;
    default:
      return null;
  }
}
