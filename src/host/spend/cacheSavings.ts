import type { SpendTotals } from '../../app/ledgerPorts.ts';
import { formatDollars } from '../../core/spend/money.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { Localizer } from './localizer.ts';
import type { SpendPeriod } from './spendPeriod.ts';

/**
 * What caching saved in each period where it is not zero, as at most one paragraph of Markdown with a sentence to a
 * line. Scripted answers saved nothing.
 */
export function cacheSavings(
  totals: SpendTotals,
  periods: readonly SpendPeriod[],
  locale: string,
  l10n: Localizer,
): readonly string[] {
  const sentences = periods.flatMap((period) => {
    const real = totals[period].filter((row) => !row.scripted);
    const saved = real.reduce((sum, row) => sum + row.cacheSavings, 0);
    if (saved === 0) return [];
    const amount = formatDollars(Math.abs(saved), locale);
    const sentence = saved > 0 ? savedSentence(period, amount, l10n) : lostSentence(period, amount, l10n);
    return [escapeMarkdown(sentence)];
  });
  return sentences.length === 0 ? [] : [sentences.join('  \n')];
}

function savedSentence(period: SpendPeriod, amount: string, l10n: Localizer): string {
  const sentences: Readonly<Record<SpendPeriod, string>> = {
    session: l10n.t('Caching saved {0} this session.', amount),
    today: l10n.t('Caching saved {0} today.', amount),
    month: l10n.t('Caching saved {0} this month.', amount),
    workspace: l10n.t('Caching saved {0} in this workspace.', amount),
  };
  return sentences[period];
}

/** Writing to a cache costs more than plain input; reading from it has to make up for that first. */
function lostSentence(period: SpendPeriod, amount: string, l10n: Localizer): string {
  const sentences: Readonly<Record<SpendPeriod, string>> = {
    session: l10n.t('Caching cost {0} more than it saved this session.', amount),
    today: l10n.t('Caching cost {0} more than it saved today.', amount),
    month: l10n.t('Caching cost {0} more than it saved this month.', amount),
    workspace: l10n.t('Caching cost {0} more than it saved in this workspace.', amount),
  };
  return sentences[period];
}
