import type { Comparison, ComparisonEvent } from '../core/comparison.ts';
import type { Failure } from '../core/failure.ts';
import type { Log } from './ports.ts';

/**
 * Writes to the log what went wrong in a comparison, for the one who has to find out why: which model, the provider's
 * request id, and the cause as far as it was told. A person reads a sentence instead, and that has no room for it.
 */
export function logFailure(now: Comparison, event: ComparisonEvent, log: Log): void {
  if (event.type === 'decided' && event.outcome.kind === 'not-applied') {
    log.warn(`Nothing was applied: ${factsOf(event.outcome.failure)}`);
  }
  if (event.type !== 'answer') return;
  const { contender, requestId, requests } = now[event.side];
  const who = `${event.side} (${contender.provider}/${contender.model}, request ${requests}, ${requestId ?? 'no id'})`;
  if (event.event.type === 'ended' && event.event.failure !== null && event.event.failure.kind !== 'no-edit') {
    log.warn(`The answer on the ${who} has a failure: ${factsOf(event.event.failure)}`);
  }
  if (event.event.type === 'retry-scheduled') {
    const { attempt, atMost, delayMs, failure } = event.event.retry;
    log.warn(`The ${who} is asked again (${attempt} of ${atMost}, in ${Math.round(delayMs)} ms): ${factsOf(failure)}`);
  }
}

/** A failure's own fields. What a model wrote is not for the log: it can quote code. */
function factsOf(failure: Failure): string {
  const { explanation: _explanation, ...facts } = { explanation: null, ...failure };
  return JSON.stringify(facts);
}
