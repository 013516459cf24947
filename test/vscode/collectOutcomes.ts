import type { Runner, Test } from 'mocha';
import type { TestOutcome } from './testOutcome.ts';

/**
 * Listens to a mocha run and hands on every outcome: each test that ended, and each hook that failed (which mocha
 * counts as a failure though it is no test).
 */
export function collectOutcomes(runner: Runner, take: (outcome: TestOutcome) => void): void {
  const outcomeOf = (test: Test, state: TestOutcome['state'], error?: Error): TestOutcome => ({
    title: test.titlePath().join(' › '),
    state,
    milliseconds: test.duration ?? 0,
    file: test.file ?? test.parent?.file ?? null,
    ...(error === undefined ? {} : { error: error.stack ?? error.message }),
  });
  runner.on('pass', (test) => take(outcomeOf(test, 'passed')));
  runner.on('pending', (test) => take(outcomeOf(test, 'skipped')));
  runner.on('fail', (test, error) => take(outcomeOf(test, 'failed', error)));
}
