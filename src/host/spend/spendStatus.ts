import type { SpendRow } from '../../app/ledgerPorts.ts';
import type { BudgetLevel } from '../../core/spend/budget.ts';
import type { BudgetUse } from '../../core/spend/budgetUse.ts';
import { worstLevel } from '../../core/spend/budgetUse.ts';
import { formatDollars, formatUpperBound } from '../../core/spend/money.ts';
import { budgetSentence } from './budgetTexts.ts';
import type { Localizer } from './localizer.ts';
import type { SpendPeriod } from './spendPeriod.ts';

/** What the status bar shows, and the same in words for a screen reader. */
interface SpendStatus {
  readonly text: string;
  readonly label: string;
  /** Of whichever budget stands worst. */
  readonly level: BudgetLevel;
}

/** So that a level is never told by colour alone. */
const icons: Readonly<Record<BudgetLevel, string>> = { below: '', warning: '$(warning) ', reached: '$(error) ' };

/** Money of several rows: what is known, and how much is not. */
interface SpendSum {
  readonly requests: number;
  readonly nanoDollars: number;
  readonly unknownRequests: number;
  /** The most the unknown ones can have cost, in nano-dollars; null when one of them has no bound. */
  readonly unknownUpperBound: number | null;
}

/** Adds rows up. Real and scripted money are never one sum: give it rows of one kind. */
export function sumSpend(rows: readonly SpendRow[]): SpendSum {
  return rows.reduce<SpendSum>(
    (sum, row) => ({
      requests: sum.requests + row.requests,
      nanoDollars: sum.nanoDollars + row.nanoDollars,
      unknownRequests: sum.unknownRequests + row.unknownRequests,
      unknownUpperBound:
        sum.unknownUpperBound === null || row.unknownUpperBound === null
          ? null
          : sum.unknownUpperBound + row.unknownUpperBound,
    }),
    { requests: 0, nanoDollars: 0, unknownRequests: 0, unknownUpperBound: 0 },
  );
}

/**
 * The spend of a period in a few characters: `$0.0421`, `$0.0421 + unknown`, and `$0.0421 scripted` where nothing was
 * spent but scripted answers tell what models would have cost. An icon in front tells of a budget's mark.
 *
 * @param rows of that period @param uses of the budgets that are set
 */
export function spendStatus(
  period: SpendPeriod,
  rows: readonly SpendRow[],
  uses: readonly BudgetUse[],
  locale: string,
  l10n: Localizer,
): SpendStatus {
  const real = sumSpend(rows.filter((row) => !row.scripted));
  const scripted = sumSpend(rows.filter((row) => row.scripted));
  const isScripted = real.requests === 0 && scripted.requests > 0;
  const amount = isScripted ? l10n.t('{0} scripted', shortly(scripted, locale, l10n)) : shortly(real, locale, l10n);
  const spend = isScripted
    ? scriptedSentence(period, inWords(scripted, locale, l10n), l10n)
    : spendSentence(period, inWords(real, locale, l10n), l10n);
  const budgets = uses.map((use) => budgetSentence(use, locale, l10n));
  const level = worstLevel(uses);
  return { text: icons[level] + amount, label: budgets.length === 0 ? spend : `${spend}. ${budgets.join(' ')}`, level };
}

function spendSentence(period: SpendPeriod, amount: string, l10n: Localizer): string {
  const sentences: Readonly<Record<SpendPeriod, string>> = {
    today: l10n.t('Tiebreak spend today: {0}', amount),
    session: l10n.t('Tiebreak spend this session: {0}', amount),
    month: l10n.t('Tiebreak spend this month: {0}', amount),
    workspace: l10n.t('Tiebreak spend in this workspace: {0}', amount),
  };
  return sentences[period];
}

function scriptedSentence(period: SpendPeriod, amount: string, l10n: Localizer): string {
  const nothing = spendSentence(period, l10n.t('nothing'), l10n);
  return l10n.t('{0}. With real models, the scripted answers would have cost {1}', nothing, amount);
}

function shortly(sum: SpendSum, locale: string, l10n: Localizer): string {
  const known = formatDollars(sum.nanoDollars, locale);
  return sum.unknownRequests === 0 ? known : l10n.t('{0} + unknown', known);
}

function inWords(sum: SpendSum, locale: string, l10n: Localizer): string {
  const known = formatDollars(sum.nanoDollars, locale);
  if (sum.unknownRequests === 0) return known;
  if (sum.unknownUpperBound === null) {
    return sum.unknownRequests === 1
      ? l10n.t('{0}, and one request of unknown cost', known)
      : l10n.t('{0}, and {1} requests of unknown cost', known, sum.unknownRequests);
  }
  const most = formatUpperBound(sum.unknownUpperBound, locale);
  return sum.unknownRequests === 1
    ? l10n.t('{0}, and one request of unknown cost, at most {1}', known, most)
    : l10n.t('{0}, and {1} requests of unknown cost, at most {2} together', known, sum.unknownRequests, most);
}
