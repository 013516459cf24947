import type { SpendTotals } from '../../app/ledgerPorts.ts';

/** What spend is summed up for: one sum of the totals each. */
export type SpendPeriod = Exclude<keyof SpendTotals, 'asOf'>;
