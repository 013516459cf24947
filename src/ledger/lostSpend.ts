import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BudgetStanding, BudgetStandings } from '../core/spend/budget.ts';
import { localDay, localMonth } from '../core/spend/localPeriods.ts';

/** A file that was set aside, with what SQLite kept beside it, under one name. */
interface SetAsideLedger {
  readonly path: string;
  /** When it was set aside, in milliseconds since the epoch. */
  readonly at: number;
}

/** A set-aside ledger has this beside it once the person goes on without what is in it. */
const acceptedSuffix = '.accepted';

const setAsideName =
  /^(.*\.corrupt-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-\d{3}Z(?:-\d+)?)(?:-wal|-shm|-journal)?$/;

/**
 * When a ledger of this path was last set aside whose spend still has to be reckoned with, in milliseconds since the
 * epoch; null when there is none: none lies beside it, or the person accepted the loss.
 */
export function lastLoss(path: string): number | null {
  const losses = unacceptedLosses(path);
  return losses.length === 0 ? null : Math.max(...losses.map(({ at }) => at));
}

/** Makes budgets go on without what was set aside so far. The files stay where they are, a mark beside each. */
export function acceptLosses(path: string): void {
  for (const loss of unacceptedLosses(path)) writeFileSync(loss.path + acceptedSuffix, '');
}

/**
 * Marks the standings that a set-aside ledger holds a part of. Nobody can tell whether it holds anything of a comparison,
 * which can go on for days: until the month is over, it may.
 *
 * @param lostAt as `lastLoss` gives it @param now milliseconds since the epoch
 */
export function withLoss(standings: BudgetStandings, lostAt: number | null, now: number): BudgetStandings {
  if (lostAt === null) return standings;
  const since = (standing: BudgetStanding, start: number) => (lostAt >= start ? { ...standing, lostAt } : standing);
  return {
    comparison: since(standings.comparison, localMonth(now).start),
    day: since(standings.day, localDay(now).start),
    month: since(standings.month, localMonth(now).start),
  };
}

function unacceptedLosses(path: string): readonly SetAsideLedger[] {
  const directory = dirname(path);
  return readdirSync(directory).flatMap((name) => {
    if (!name.startsWith(`${basename(path)}.corrupt-`)) return [];
    const [, ledger = '', date, hour, minute, second] = setAsideName.exec(name) ?? [];
    const at = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
    const setAside = join(directory, ledger);
    return Number.isNaN(at) || existsSync(setAside + acceptedSuffix) ? [] : [{ path: setAside, at }];
  });
}
