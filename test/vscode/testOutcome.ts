/** One test that ran, as it is told from the process that ran it to the one that counts. */
export interface TestOutcome {
  readonly title: string;
  /** A skipped test proves nothing, and is counted as failed. */
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly milliseconds: number;
  /** Message and stack, for a failed one. */
  readonly error?: string;
}

/** What an extension host tells over its connection, one JSON text a line: outcomes, and at the very end `done`. */
export type TestMessage = TestOutcome | { readonly state: 'done' };

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Counts of a run that broke down before it could count for itself. */
export const crashed: TestCounts = { passed: 0, failed: 1 };

export function addCounts(left: TestCounts, right: TestCounts): TestCounts {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed };
}

export function countOutcomes(outcomes: readonly TestOutcome[]): TestCounts {
  const passed = outcomes.filter((outcome) => outcome.state === 'passed').length;
  return { passed, failed: outcomes.length - passed };
}

/** One line (more for a failure) about one test, for a person who watches the run. */
export function describeOutcome(outcome: TestOutcome): string {
  const mark = { passed: '  ✔', failed: '  ✖', skipped: '  ✖ (skipped)' }[outcome.state];
  const line = `${mark} ${outcome.title} (${Math.round(outcome.milliseconds)} ms)`;
  return outcome.error === undefined ? line : `${line}\n${outcome.error.replaceAll(/^/gm, '      ')}`;
}
