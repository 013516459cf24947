import type { Reservation, SpendRow, TotalsRow } from '../app/ledgerPorts.ts';

/**
 * Rows in which this window's own requests that are under way do not count as unknown, but are a figure of their own: what
 * they cost is about to be known, and a readout that cried "unknown" at every request would soon not be believed. Should
 * the window die, the next one counts them as unknown, since for it they are nobody's.
 *
 * @param running those that are in these rows
 */
export function withRunning(rows: readonly SpendRow[], running: readonly Reservation[]): readonly TotalsRow[] {
  return rows.map((row) => running.filter(belongsTo(row)).reduce(taken, { ...row, runningRequests: 0 }));
}

function belongsTo(row: SpendRow) {
  return ({ provider, model, scripted }: Reservation) =>
    provider === row.provider && model === row.model && scripted === row.scripted;
}

function taken(row: TotalsRow, { upperBound }: Reservation): TotalsRow {
  const unknownRequests = row.unknownRequests - 1;
  const runningRequests = row.runningRequests + 1;
  if (unknownRequests === 0) return { ...row, runningRequests, unknownRequests, unknownUpperBound: 0 };
  const bound = row.unknownUpperBound === null || upperBound === null ? null : row.unknownUpperBound - upperBound;
  return { ...row, runningRequests, unknownRequests, unknownUpperBound: bound };
}
