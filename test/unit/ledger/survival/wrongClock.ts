import type { Reservation } from '../../../../src/app/ledgerPorts.ts';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import type { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { disagreements, LedgerFolder, reservation } from '../ledgerFixture.ts';
import type { SurvivalReport } from './survivalReport.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const dollar = 1_000_000_000;
/** Half an hour after a midnight, on the first of a month, in the time zone of this process. */
const start = new Date(2026, 10, 1, 0, 30).getTime();

const jumps: readonly (readonly [words: string, milliseconds: number])[] = [
  ['an hour back, across midnight', -hour],
  ['a day back', -day],
  ['a month back', -30 * day],
  ['a year back', -365 * day],
  ['ten years back', -3653 * day],
  ['ten years ahead and back', 3653 * day],
];

/** The clock is set: no budget begins anew, the order stays, and sums say which moment they are of. */
export function wrongClock(report: SurvivalReport): void {
  for (const [words, jump] of jumps) {
    report.fault(`clock set ${words}`, async (tally) => {
      for (const spent of [1, 3, 10])
        for (const period of ['comparison', 'day', 'month'] as const) {
          const folder = new LedgerFolder();
          const violations = await setClock(folder, jump, spent, period);
          folder.cleanUp();
          tally.count(violations.map((violation) => `${spent} spent, ${period}: ${violation}`));
        }
    });
  }
}

async function setClock(
  folder: LedgerFolder,
  jump: number,
  spent: number,
  period: 'comparison' | 'day' | 'month',
): Promise<readonly string[]> {
  const violations: string[] = [];
  const budgets = { ...noBudgets, [period]: spent * dollar };
  const ledger = folder.open();
  const sent: Reservation[] = [];
  const send = async (window: SqliteLedger, startedAt: number) => {
    const request = reservation({ startedAt, upperBound: dollar });
    const failure = await window.reserve(request, budgets);
    if (failure === null) sent.push(request);
    return failure;
  };
  // The clock may be wrong first and then set right, or right first and then set wrong: both ends are earlier ones.
  const late = start + Math.max(0, jump);
  const early = start + Math.min(0, jump);
  for (let count = 0; count < spent; count += 1) {
    const failure = await send(ledger, late + count);
    if (failure !== null) violations.push(`the budget was gone too soon: ${JSON.stringify(failure)}`);
  }
  const back = jump < 0 ? early : start;
  for (const window of [ledger, folder.open()]) {
    const failure = await send(window, back);
    if (failure?.kind !== 'budget-reached') violations.push(`the budget began anew: ${JSON.stringify(failure)}`);
  }
  const totals = await ledger.totals(back);
  if ('kind' in totals) return [...violations, JSON.stringify(totals)];
  const latest = late + spent - 1;
  if (totals.asOf !== latest) violations.push(`sums are of ${totals.asOf}, not of ${latest}`);
  if (totals.today[0]?.requests !== spent) violations.push(`today has ${totals.today[0]?.requests} requests`);

  // What is sent by the wrong clock comes after what was sent before.
  const next = reservation({ startedAt: back, upperBound: dollar });
  await ledger.reserve(next, null);
  const rows = folder.query('SELECT request_id FROM reservations ORDER BY sequence').map((row) => row.request_id);
  const order = [...sent, next].map(({ requestId }) => requestId);
  if (rows.join() !== order.join()) violations.push('the order of the requests was lost');
  return [
    ...violations,
    ...disagreements(folder).map((row) => `a sum is not that of its rows: ${JSON.stringify(row)}`),
  ];
}
