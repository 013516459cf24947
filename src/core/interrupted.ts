import type { Answer } from './answer.ts';
import { isAwaited } from './answer.ts';
import { advanceAnswer } from './answerEvents.ts';
import type { Comparison } from './comparison.ts';

/**
 * A comparison that was kept while something was under way, as it is once its window is gone: answers have ended as
 * interrupted, at a cost that nobody will learn any more, and what was being written was not. What documents say now
 * has to be looked at anew.
 *
 * @param at milliseconds since the epoch
 */
export function interrupted(comparison: Comparison, at: number): Comparison {
  const { phase } = comparison;
  return {
    ...comparison,
    phase: phase === 'preparing' ? 'draft' : phase === 'applying' ? 'open' : phase,
    left: endedByInterruption(comparison.left, at),
    right: endedByInterruption(comparison.right, at),
    drift: {},
  };
}

/** An answer of a window that is gone. @param at milliseconds since the epoch */
export function endedByInterruption(answer: Answer, at: number): Answer {
  if (!isAwaited(answer)) return answer;
  const ended = advanceAnswer(answer, { type: 'ended', status: 'failed', failure: { kind: 'interrupted' }, at });
  // An estimate of a request that was cut off says nothing about what is billed for it.
  return ended.cost.kind === 'estimate' ? { ...ended, cost: { kind: 'unknown', upperBound: null } } : ended;
}
