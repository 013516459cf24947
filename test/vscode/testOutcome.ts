/** One test that ran, as it is told from the process that ran it to the one that counts. */
export interface TestOutcome {
  readonly title: string;
  /** A skipped test proves nothing, and is counted as failed. */
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly milliseconds: number;
  /** Path of the file that it stands in; null where nothing tells. */
  readonly file: string | null;
  /** Message and stack, for a failed one. */
  readonly error?: string;
}

/** What an extension host tells over its connection, one JSON text a line: outcomes, and at the very end `done`. */
export type TestMessage = TestOutcome | { readonly state: 'done' };

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  /** What whoever reads the end of the output alone should know, failures first of all. */
  readonly remarks: readonly string[];
}

/** Counts of a run that broke down before it could count for itself. */
export const crashed: TestCounts = { passed: 0, failed: 1, remarks: ['  ✖ a run broke down; its output says how'] };

/** Counts of what runs no tests of its own. */
export const noTests: TestCounts = { passed: 0, failed: 0, remarks: [] };

export function addCounts(left: TestCounts, right: TestCounts): TestCounts {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    remarks: [...left.remarks, ...right.remarks],
  };
}

export function countOutcomes(outcomes: readonly TestOutcome[]): TestCounts {
  const failed = outcomes.filter((outcome) => outcome.state !== 'passed');
  return { passed: outcomes.length - failed.length, failed: failed.length, remarks: failed.map(describeOutcome) };
}

/** One line (more for a failure) about one test, for a person who watches the run. */
export function describeOutcome(outcome: TestOutcome): string {
  const mark = { passed: '  ✔', failed: '  ✖', skipped: '  ✖ (skipped)' }[outcome.state];
  const line = `${mark} ${outcome.title} (${Math.round(outcome.milliseconds)} ms)`;
  return outcome.error === undefined ? line : `${line}\n${outcome.error.replaceAll(/^/gm, '      ')}`;
}
