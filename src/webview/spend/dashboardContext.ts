import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SpendTexts } from '../../shared/spendTexts.ts';
import type { RawUsageView, SpendFilters } from '../../shared/spendView.ts';
import type { Formats } from './formats.ts';
import type { SendSpend } from './hostPort.ts';

/** What every part of the dashboard can use. */
export interface DashboardContext {
  readonly texts: SpendTexts;
  readonly locale: string;
  readonly formats: Formats;
  readonly filters: SpendFilters;
  readonly changeFilters: (change: Partial<SpendFilters>) => void;
  readonly raw: Readonly<Record<string, RawUsageView>>;
  readonly opened: readonly string[];
  readonly setOpened: (name: string, isOpen: boolean) => void;
  readonly send: SendSpend;
}

export const DashboardContextSource = createContext<DashboardContext | null>(null);

/** @throws Error outside of the dashboard, which is a bug */
export function useDashboard(): DashboardContext {
  const context = useContext(DashboardContextSource);
  if (context === null) throw new Error('There is no dashboard around this part.');
  return context;
}
