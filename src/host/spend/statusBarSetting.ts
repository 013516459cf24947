import { personalValue } from '../settings.ts';
import type { SpendPeriod } from './spendPeriod.ts';

const periods: readonly SpendPeriod[] = ['today', 'session', 'month', 'workspace'];

/** Whose spend the person wants in the status bar; null for none. What is no choice counts as not set. */
export function readStatusBarPeriod(): SpendPeriod | null {
  const value = personalValue('statusBar');
  return value === 'none' ? null : (periods.find((period) => period === value) ?? 'today');
}
