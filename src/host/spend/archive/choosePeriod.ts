import * as vscode from 'vscode';
import type { LedgerArchive } from '../../../app/archivePorts.ts';
import type { Failure } from '../../../core/failure.ts';
import type { Period } from '../../../core/spend/localPeriods.ts';
import type { ChosenPeriod } from './chosenPeriods.ts';
import {
  beforeThisYear,
  between,
  everything,
  lastMonth,
  olderThan,
  thisMonth,
  thisYear,
  typedDay,
} from './chosenPeriods.ts';

/** How old spend is that is offered for deletion, in days. */
const oldAge = 90;

type Choice = vscode.QuickPickItem & { readonly take: () => Promise<ChosenPeriod | Failure | null> };

/**
 * Asks which time is to be exported; null when the person gave up.
 *
 * @param now milliseconds since the epoch @param shown what the dashboard shows, offered first
 */
export function choosePeriodToExport(
  archive: LedgerArchive,
  now: number,
  shown: ChosenPeriod | null,
): Promise<ChosenPeriod | Failure | null> {
  const titles = { first: vscode.l10n.t('The first day to export'), last: vscode.l10n.t('The last day to export') };
  return choose(vscode.l10n.t('Export which time?'), [
    ...shownChoice(shown),
    { label: vscode.l10n.t('This month'), take: async () => thisMonth(now) },
    { label: vscode.l10n.t('Last month'), take: async () => lastMonth(now) },
    { label: vscode.l10n.t('This year'), take: async () => thisYear(now) },
    { label: vscode.l10n.t('From one date to another…'), take: () => askForDates(titles) },
    { label: vscode.l10n.t('Everything'), take: () => takeEverything(archive, now) },
  ]);
}

/** The same for what is to be deleted. */
export function choosePeriodToDelete(
  archive: LedgerArchive,
  now: number,
  shown: ChosenPeriod | null,
): Promise<ChosenPeriod | Failure | null> {
  const titles = { first: vscode.l10n.t('The first day to delete'), last: vscode.l10n.t('The last day to delete') };
  return choose(vscode.l10n.t('Delete the spend of which time?'), [
    ...shownChoice(shown),
    { label: vscode.l10n.t('Older than {0} days', oldAge), take: async () => olderThan(oldAge, now) },
    { label: vscode.l10n.t('Before this year'), take: async () => beforeThisYear(now) },
    { label: vscode.l10n.t('This month'), take: async () => thisMonth(now) },
    { label: vscode.l10n.t('From one date to another…'), take: () => askForDates(titles) },
    { label: vscode.l10n.t('Everything'), take: () => takeEverything(archive, now) },
  ]);
}

async function choose(title: string, choices: readonly Choice[]): Promise<ChosenPeriod | Failure | null> {
  const chosen = await vscode.window.showQuickPick(choices, { title });
  return chosen === undefined ? null : chosen.take();
}

function shownChoice(shown: ChosenPeriod | null): readonly Choice[] {
  if (shown === null) return [];
  const { start, end } = shown.period;
  const dates = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium' }).formatRange(start, end - 1);
  return [{ label: vscode.l10n.t('What the dashboard shows: {0}', dates), take: async () => shown }];
}

async function takeEverything(archive: LedgerArchive, now: number): Promise<ChosenPeriod | Failure> {
  const extent = await archive.extent();
  return extent !== null && 'kind' in extent ? extent : everything(extent, now);
}

async function askForDates(titles: { readonly first: string; readonly last: string }): Promise<ChosenPeriod | null> {
  const first = await askForDate(titles.first, () => null);
  if (first === null) return null;
  const last = await askForDate(titles.last, (day) =>
    day.start < first.start ? vscode.l10n.t('This is before the first day.') : null,
  );
  return last === null ? null : between(first, last);
}

/** @param objection why a day cannot be taken, or null */
async function askForDate(title: string, objection: (day: Period) => string | null): Promise<Period | null> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('A date: year, month and day, such as 2026-11-03'),
    placeHolder: vscode.l10n.t('YYYY-MM-DD'),
    ignoreFocusOut: true,
    validateInput: (value) => {
      const day = typedDay(value);
      return day === null ? vscode.l10n.t('This is no date such as 2026-11-03.') : objection(day);
    },
  });
  return text === undefined ? null : typedDay(text);
}
