import type { Answer } from '../core/answer.ts';
import type { AnswerEvent } from '../core/answerEvents.ts';
import type { Comparison } from '../core/comparison.ts';
import type { ComparisonEvent } from '../core/comparisonEvent.ts';
import type { Failure } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import type { Log } from './ports.ts';

/**
 * Writes to the log what went wrong in a comparison, for the one who has to find out why: which model, the provider's
 * request id, and the cause as far as it was told. A person reads a sentence instead, and that has no room for it.
 */
export function logFailure(now: Comparison, event: ComparisonEvent, log: Log): void {
  if (event.type === 'decided' && event.outcome.kind === 'not-applied') {
    log.warn(`Nothing was applied: ${factsOf(event.outcome.failure)}`);
  }
  if (event.type === 'answer') logAnswerFailure(event.side, now[event.side], event.event, log);
}

/** The same of one answer, a picture's too. @param answer as it is after the event */
export function logAnswerFailure(side: Side, answer: Answer, event: AnswerEvent, log: Log): void {
  const { contender, requestId, requests } = answer;
  const who = `${side} (${contender.provider}/${contender.model}, request ${requests}, ${requestId ?? 'no id'})`;
  if (event.type === 'ended' && event.failure !== null && event.failure.kind !== 'no-edit') {
    log.warn(`The answer on the ${who} has a failure: ${factsOf(event.failure)}`);
  }
  if (event.type === 'retry-scheduled') {
    const { attempt, atMost, delayMs, failure } = event.retry;
    log.warn(`The ${who} is asked again (${attempt} of ${atMost}, in ${Math.round(delayMs)} ms): ${factsOf(failure)}`);
  }
}

/** A failure's own fields. What a model wrote is not for the log: it can quote code. */
function factsOf(failure: Failure): string {
  const { explanation: _explanation, ...facts } = { explanation: null, ...failure };
  return JSON.stringify(facts);
}
