import * as vscode from 'vscode';
import type { LedgerArchive } from '../../../app/archivePorts.ts';
import type { Failure } from '../../../core/failure.ts';
import type { NamedPeriod } from './namedPeriods.ts';
import { beforeThisYear, between, dayOfDate, lastMonth, olderThan, thisMonth, thisYear } from './namedPeriods.ts';

/** How old spend is that is offered for deletion, in days. */
const oldAge = 90;

type Choice = vscode.QuickPickItem & { readonly take: () => Promise<NamedPeriod | Failure | null> };

/** Asks which time is to be exported; null when the person gave up, or there is nothing at all. */
export function choosePeriodToExport(archive: LedgerArchive, now: number): Promise<NamedPeriod | Failure | null> {
  return choose(vscode.l10n.t('Export which time?'), [
    { label: vscode.l10n.t('This month'), take: async () => thisMonth(now) },
    { label: vscode.l10n.t('Last month'), take: async () => lastMonth(now) },
    { label: vscode.l10n.t('This year'), take: async () => thisYear(now) },
    { label: vscode.l10n.t('Everything'), take: () => everything(archive, now) },
  ]);
}

/** Asks which time is to be deleted; null when the person gave up. */
export function choosePeriodToDelete(archive: LedgerArchive, now: number): Promise<NamedPeriod | Failure | null> {
  return choose(vscode.l10n.t('Delete the spend of which time?'), [
    { label: vscode.l10n.t('Older than {0} days', oldAge), take: async () => olderThan(oldAge, now) },
    { label: vscode.l10n.t('Before this year'), take: async () => beforeThisYear(now) },
    { label: vscode.l10n.t('This month'), take: async () => thisMonth(now) },
    { label: vscode.l10n.t('From one date to another…'), take: askForDates },
    { label: vscode.l10n.t('Everything'), take: () => everything(archive, now) },
  ]);
}

async function choose(title: string, choices: readonly Choice[]): Promise<NamedPeriod | Failure | null> {
  const chosen = await vscode.window.showQuickPick(choices, { title });
  return chosen === undefined ? null : chosen.take();
}

async function everything(archive: LedgerArchive, now: number): Promise<NamedPeriod | Failure> {
  const extent = await archive.extent();
  if (extent === null) return { period: { start: now, end: now }, suffix: '' };
  return 'kind' in extent ? extent : { period: extent, suffix: '' };
}

async function askForDates(): Promise<NamedPeriod | null> {
  const first = await askForDate(vscode.l10n.t('The first day to delete'), () => null);
  if (first === null) return null;
  const last = await askForDate(vscode.l10n.t('The last day to delete'), (day) =>
    day.start < first.start ? vscode.l10n.t('This is before the first day.') : null,
  );
  return last === null ? null : between(first, last);
}

async function askForDate(title: string, objection: (day: NamedPeriod['period']) => string | null) {
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('A date: year, month and day, such as 2026-11-03'),
    placeHolder: vscode.l10n.t('YYYY-MM-DD'),
    ignoreFocusOut: true,
    validateInput: (value) => {
      const day = dayOfDate(value);
      return day === null ? vscode.l10n.t('This is no date such as 2026-11-03.') : objection(day);
    },
  });
  return text === undefined ? null : dayOfDate(text);
}
