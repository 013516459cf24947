import type { TotalsRow } from '../../app/ledgerPorts.ts';
import type { BudgetLevel } from '../../core/spend/budget.ts';
import type { BudgetUse } from '../../core/spend/budgetUse.ts';
import { worstLevel } from '../../core/spend/budgetUse.ts';
import { budgetSentence } from './budgetTexts.ts';
import type { Localizer } from './localizer.ts';
import { amountInWords, shortAmount } from './spendAmount.ts';
import type { SpendPeriod } from './spendPeriod.ts';
import { isMoneyKnown, sumSpend } from './spendSum.ts';

/** What the status bar shows, and the same in words for a screen reader. */
interface SpendStatus {
  readonly text: string;
  readonly label: string;
  /** Of whichever budget stands worst. */
  readonly level: BudgetLevel;
}

/** So that a level is never told by colour alone. */
const icons: Readonly<Record<BudgetLevel, string>> = { below: '', warning: '$(warning) ', reached: '$(error) ' };

/**
 * The spend of a period in a few characters: `$0.0421`, `$0.0421 + unknown`, `2 under way`, and `$0.0421 scripted` where
 * nothing was spent but scripted answers tell what models would have cost. An icon in front tells of a budget's mark.
 *
 * @param rows of that period @param uses of the budgets that are set
 */
export function spendStatus(
  period: SpendPeriod,
  rows: readonly TotalsRow[],
  uses: readonly BudgetUse[],
  locale: string,
  l10n: Localizer,
): SpendStatus {
  const real = sumSpend(rows.filter((row) => !row.scripted));
  const scripted = sumSpend(rows.filter((row) => row.scripted));
  const isScripted = real.requests === 0 && scripted.requests > 0;
  const shown = isScripted ? scripted : real;
  const amount = shortAmount(shown, locale, l10n);
  const words = amountInWords(shown, locale, l10n);
  const spend = isScripted
    ? scriptedSentence(period, words, isMoneyKnown(scripted), l10n)
    : spendSentence(period, words, l10n);
  const budgets = uses.map((use) => budgetSentence(use, locale, l10n));
  const level = worstLevel(uses);
  return {
    text: icons[level] + (isScripted ? scriptedText() : amount),
    label: budgets.length === 0 ? spend : `${spend}. ${budgets.join(' ')}`,
    level,
  };

  function scriptedText(): string {
    const isPlain = scripted.runningRequests + scripted.unknownRequests === 0;
    return isPlain ? l10n.t('{0} scripted', amount) : l10n.t('{0} (scripted)', amount);
  }
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

/** @param isKnown whether there is an amount that real models would have cost */
function scriptedSentence(period: SpendPeriod, amount: string, isKnown: boolean, l10n: Localizer): string {
  const wouldCost: Readonly<Record<SpendPeriod, string>> = {
    today: l10n.t('Tiebreak spend today: nothing. With real models, the scripted answers would have cost {0}', amount),
    session: l10n.t(
      'Tiebreak spend this session: nothing. With real models, the scripted answers would have cost {0}',
      amount,
    ),
    month: l10n.t(
      'Tiebreak spend this month: nothing. With real models, the scripted answers would have cost {0}',
      amount,
    ),
    workspace: l10n.t(
      'Tiebreak spend in this workspace: nothing. With real models, the scripted answers would have cost {0}',
      amount,
    ),
  };
  const notKnown: Readonly<Record<SpendPeriod, string>> = {
    today: l10n.t('Tiebreak spend today: nothing. Scripted answers: {0}', amount),
    session: l10n.t('Tiebreak spend this session: nothing. Scripted answers: {0}', amount),
    month: l10n.t('Tiebreak spend this month: nothing. Scripted answers: {0}', amount),
    workspace: l10n.t('Tiebreak spend in this workspace: nothing. Scripted answers: {0}', amount),
  };
  return isKnown ? wouldCost[period] : notKnown[period];
}
