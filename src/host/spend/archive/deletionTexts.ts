import type { PeriodCount, RemovedCount } from '../../../app/archivePorts.ts';
import { formatDollars, formatUpperBound } from '../../../core/spend/money.ts';
import type { Localizer } from '../localizer.ts';
import { acceptedInWords, entriesInWords, requestsInWords } from './entryCounts.ts';

/** The question before a deletion: what goes, and what it cost as far as that is known. */
export function deletionQuestion(count: PeriodCount, locale: string, l10n: Localizer): string {
  const { requests, scriptedRequests, unknownRequests, unknownUpperBound } = count;
  if (requests === 0) return l10n.t('Delete {0}, for good?', acceptedInWords(count.accepted, locale, l10n));
  if (requests === scriptedRequests) {
    return requests === 1
      ? l10n.t('Delete 1 scripted request, which cost nothing, for good?')
      : l10n.t('Delete {0} scripted requests, which cost nothing, for good?', formatCount(requests, locale));
  }
  const knownRequests = requests - scriptedRequests - unknownRequests;
  const most = unknownUpperBound === null ? null : formatUpperBound(unknownUpperBound, locale);
  if (knownRequests === 0) {
    const unknown = requestsInWords(unknownRequests, locale, l10n);
    return most === null
      ? l10n.t('Delete {0} of unknown cost, for good?', unknown)
      : l10n.t('Delete {0} of unknown cost (at most {1}), for good?', unknown, most);
  }
  const known = requestsInWords(knownRequests, locale, l10n);
  const money = formatDollars(count.nanoDollars, locale);
  if (unknownRequests === 0) return l10n.t('Delete {0} that cost {1}, for good?', known, money);
  const unknown = formatCount(unknownRequests, locale);
  return most === null
    ? l10n.t('Delete {0} that cost {1}, and {2} of unknown cost, for good?', known, money, unknown)
    : l10n.t('Delete {0} that cost {1}, and {2} of unknown cost (at most {3}), for good?', known, money, unknown, most);
}

/**
 * What a deletion brings with it, sentence by sentence.
 *
 * @param isOfThisMonth whether some of it counts against budgets
 */
export function deletionConsequences(
  count: PeriodCount,
  isOfThisMonth: boolean,
  locale: string,
  l10n: Localizer,
): readonly string[] {
  const { requests, scriptedRequests, accepted } = count;
  const isPaid = requests > scriptedRequests;
  const sentences = [l10n.t('This cannot be undone.')];
  if (isPaid && scriptedRequests > 0) {
    sentences.push(
      scriptedRequests === 1
        ? l10n.t('1 scripted request, which cost nothing, goes too.')
        : l10n.t('{0} scripted requests, which cost nothing, go too.', formatCount(scriptedRequests, locale)),
    );
  }
  if (requests > 0 && accepted > 0) {
    sentences.push(l10n.t('{0} will be forgotten, too.', acceptedInWords(accepted, locale, l10n)));
  }
  if (isPaid && isOfThisMonth) {
    sentences.push(
      l10n.t('Some of it is of this month: it will no longer count against your budgets, which then allow more.'),
    );
  }
  if (requests > 0) sentences.push(l10n.t('Requests under way stay.'));
  return sentences;
}

/** What came of a deletion. @param count what there was before it */
export function deletionResult(count: PeriodCount, removed: RemovedCount, locale: string, l10n: Localizer): string {
  const stays = count.requests > removed.requests;
  if (stays && removed.requests + removed.accepted === 0) {
    return l10n.t('Nothing was deleted, because what is under way stays.');
  }
  const entries = entriesInWords(removed, locale, l10n);
  return stays ? l10n.t('{0} deleted; what is under way stays.', entries) : l10n.t('{0} deleted.', entries);
}

function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}
