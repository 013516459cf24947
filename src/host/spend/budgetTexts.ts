import type { BudgetUse } from '../../core/spend/budgetUse.ts';
import { formatLimit, formatRounded } from '../../core/spend/roundMoney.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { Localizer } from './localizer.ts';

const barCells = 10;

/** Where a budget stands, in one sentence that needs no colour beside it. */
export function budgetSentence(use: BudgetUse, locale: string, l10n: Localizer): string {
  const { period, budget, reserved } = use;
  const limit = formatLimit(budget, locale);
  const isDay = period === 'day';
  if (use.lostAt !== undefined) {
    return isDay
      ? l10n.t('Today’s budget of {0} cannot be kept: a part of what was spent is in a damaged ledger.', limit)
      : l10n.t('This month’s budget of {0} cannot be kept: a part of what was spent is in a damaged ledger.', limit);
  }
  if (reserved === null) {
    return isDay
      ? l10n.t('Today’s budget of {0} cannot be kept: a request of unknown cost has no upper bound.', limit)
      : l10n.t('This month’s budget of {0} cannot be kept: a request of unknown cost has no upper bound.', limit);
  }
  const used = formatShare(shareOf(use), locale);
  const standing = reserved === 0 ? plainly() : withReserved(formatRounded(reserved, locale));
  if (use.level === 'below') return standing;
  return use.level === 'warning' ? l10n.t('Warning: {0}', standing) : l10n.t('Budget reached: {0}', standing);

  function plainly(): string {
    return isDay
      ? l10n.t('{0} of today’s budget of {1} is used.', used, limit)
      : l10n.t('{0} of this month’s budget of {1} is used.', used, limit);
  }

  function withReserved(amount: string): string {
    return isDay
      ? l10n.t('{0} of today’s budget of {1} is used, {2} of it reserved.', used, limit, amount)
      : l10n.t('{0} of this month’s budget of {1} is used, {2} of it reserved.', used, limit, amount);
  }
}

/** What a budget's mark means once it is passed; null before. @param warnShare 0 to 1 */
export function budgetAlert(use: BudgetUse, warnShare: number, locale: string, l10n: Localizer): string | null {
  const isDay = use.period === 'day';
  if (use.level === 'below') return null;
  if (use.level === 'warning') {
    const mark = formatShare(warnShare, locale);
    return isDay
      ? l10n.t('Today’s budget has passed its warning mark of {0}.', mark)
      : l10n.t('This month’s budget has passed its warning mark of {0}.', mark);
  }
  if (use.lostAt !== undefined) {
    return isDay
      ? l10n.t('Today’s budget cannot be kept: a part of what was spent is in a damaged ledger.')
      : l10n.t('This month’s budget cannot be kept: a part of what was spent is in a damaged ledger.');
  }
  if (use.reserved === null) {
    return isDay
      ? l10n.t('Today’s budget cannot be kept: a request of unknown cost has no upper bound.')
      : l10n.t('This month’s budget cannot be kept: a request of unknown cost has no upper bound.');
  }
  return isDay
    ? l10n.t('Today’s budget is reached: paid requests are held back unless you let a comparison go over it.')
    : l10n.t('This month’s budget is reached: paid requests are held back unless you let a comparison go over it.');
}

/** The budgets as a table in Markdown: a bar for each, and beside it the same in figures. */
export function budgetTable(uses: readonly BudgetUse[], locale: string, l10n: Localizer): string {
  const rows = uses.map((use) => {
    const period = use.period === 'day' ? l10n.t('Today') : l10n.t('This month');
    return `| ${period.replaceAll(' ', '\u00a0')} | ${budgetBar(use)} | ${escapeMarkdown(figures(use, locale, l10n))} |`;
  });
  return [`| ${l10n.t('Budget')} | | ${l10n.t('Used')} |`, '| :-- | :-- | :-- |', ...rows].join('\n');
}

function figures(use: BudgetUse, locale: string, l10n: Localizer): string {
  const { settled, reserved, budget } = use;
  const limit = formatLimit(budget, locale);
  if (use.lostAt !== undefined) {
    return l10n.t(
      '{0} of {1}, and what a damaged ledger held',
      formatRounded(settled + (reserved ?? 0), locale),
      limit,
    );
  }
  if (reserved === null) {
    return l10n.t('{0} of {1}, and a request without an upper bound', formatRounded(settled, locale), limit);
  }
  const used = formatRounded(settled + reserved, locale);
  const share = formatShare(shareOf(use), locale);
  return reserved === 0
    ? l10n.t('{0} of {1} ({2})', used, limit, share)
    : l10n.t('{0} of {1} ({2}), {3} of it reserved', used, limit, share, formatRounded(reserved, locale));
}

/** Full blocks for what is settled, half-tone ones for what is reserved, light ones for what is left. */
function budgetBar({ settled, reserved, budget, lostAt }: BudgetUse): string {
  const gone = reserved === null || lostAt !== undefined ? barCells : cells((settled + reserved) / budget);
  const solid = Math.min(gone, cells(settled / budget));
  return '█'.repeat(solid) + '▒'.repeat(gone - solid) + '░'.repeat(barCells - gone);
}

/** Neither empty while something is gone, nor full while something is left. */
function cells(share: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? barCells : Math.max(1, Math.floor(share * barCells));
}

function shareOf({ settled, reserved, budget }: BudgetUse): number {
  return (settled + (reserved ?? 0)) / budget;
}

/** A share in whole percent, rounded down so that a mark never reads as passed before it is, and never to zero. */
function formatShare(share: number, locale: string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  if (share > 0 && share < 0.01) return `<${percent.format(0.01)}`;
  // What a sum in floating point lacks of a whole percent is less than this.
  return percent.format(Math.floor(share * 100 + 1e-9) / 100);
}
