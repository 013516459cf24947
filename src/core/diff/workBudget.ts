/**
 * How much a diff may still do, in elementary steps. Counted and not timed, so that the same texts always give the same
 * changes. Spent by whoever works; once it is below zero the rest is reported as changed instead of looked at.
 */
export interface WorkBudget {
  steps: number;
}

/** Some 10 to 20 ms. */
export function newWorkBudget(): WorkBudget {
  return { steps: 2_500_000 };
}
