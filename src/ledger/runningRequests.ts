import type { Reservation, SpendRow, SpendTotals } from '../app/ledgerPorts.ts';

/**
 * Sums in which this window's own requests that are under way do not count as unknown: what they cost is about to be
 * known, and a readout that cried "unknown" at every request would soon not be believed. Should the window die, the
 * next one counts them, since for it they are nobody's.
 */
export function withoutRunning(totals: SpendTotals, running: readonly Reservation[]): SpendTotals {
  if (running.length === 0) return totals;
  const settle = (rows: readonly SpendRow[]) => rows.map((row) => running.filter(belongsTo(row)).reduce(taken, row));
  return {
    session: settle(totals.session),
    today: settle(totals.today),
    month: settle(totals.month),
    workspace: settle(totals.workspace),
    asOf: totals.asOf,
  };
}

function belongsTo(row: SpendRow) {
  return ({ provider, model, scripted }: Reservation) =>
    provider === row.provider && model === row.model && scripted === row.scripted;
}

function taken(row: SpendRow, { upperBound }: Reservation): SpendRow {
  // A request that began before midnight is not among today's.
  if (row.unknownRequests === 0) return row;
  const unknownRequests = row.unknownRequests - 1;
  if (unknownRequests === 0) return { ...row, unknownRequests, unknownUpperBound: 0 };
  const bound = row.unknownUpperBound === null || upperBound === null ? null : row.unknownUpperBound - upperBound;
  return { ...row, unknownRequests, unknownUpperBound: bound === null ? null : Math.max(0, bound) };
}
