import type { TotalsRow } from '../../app/ledgerPorts.ts';

/** Money of several rows: what is known, what is not, and what is about to be. */
export interface SpendSum {
  readonly requests: number;
  readonly nanoDollars: number;
  /** This window's requests that are under way: among `requests`, and not among the unknown ones. */
  readonly runningRequests: number;
  readonly unknownRequests: number;
  /** The most the unknown ones can have cost, in nano-dollars; null when one of them has no bound. */
  readonly unknownUpperBound: number | null;
}

/** Adds rows up. Real and scripted money are never one sum: give it rows of one kind. */
export function sumSpend(rows: readonly TotalsRow[]): SpendSum {
  return rows.reduce<SpendSum>(
    (sum, row) => ({
      requests: sum.requests + row.requests,
      nanoDollars: sum.nanoDollars + row.nanoDollars,
      runningRequests: sum.runningRequests + row.runningRequests,
      unknownRequests: sum.unknownRequests + row.unknownRequests,
      unknownUpperBound:
        sum.unknownUpperBound === null || row.unknownUpperBound === null
          ? null
          : sum.unknownUpperBound + row.unknownUpperBound,
    }),
    { requests: 0, nanoDollars: 0, runningRequests: 0, unknownRequests: 0, unknownUpperBound: 0 },
  );
}

/** Whether the sum of known money tells anything: of no request at all it is a true zero, of unknown ones a false one. */
export function isMoneyKnown({ requests, runningRequests, unknownRequests }: SpendSum): boolean {
  return requests === 0 || requests > runningRequests + unknownRequests;
}
