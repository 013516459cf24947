import { useEffect, useState } from 'preact/hooks';
import type { SpendView } from '../../shared/spendView.ts';
import { fill } from '../comparison/format.ts';
import type { Formats } from './formats.ts';
import { moneyText } from './moneyWords.ts';

/**
 * What came of the person's choice, for who does not see it. Says nothing of what the ledger adds by itself, and nothing
 * of failures, which tell themselves.
 *
 * @param isWaiting whether what the person chose is still being read
 */
export function useSpokenOutcome(view: SpendView, isWaiting: boolean, formats: Formats): string {
  const [spoken, speak] = useState('');
  const { report, requests } = view;
  useEffect(() => {
    speak(isWaiting ? '' : outcomeOf(view, formats));
    // Only when the person's own choice is there; the view changes by itself, too.
  }, [isWaiting, report.kind, requests.kind]);
  return spoken;
}

/** What is shown, down to the list, in a few words. Nothing while it is being read, cannot be, or was never asked for. */
export function outcomeOf({ texts, report, requests, filters }: SpendView, formats: Formats): string {
  if (report.kind !== 'told') return '';
  const { total } = report.report;
  const money = moneyText(total, formats.money, texts);
  const sums =
    total.requests === 1 ? fill(texts.spokenOne, money) : fill(texts.spokenMany, formats.whole(total.requests), money);
  const isFiltered = [filters.model, filters.taskKind, filters.workspaceId, filters.outcome].some(
    (one) => one !== null,
  );
  if (!isFiltered || requests.kind !== 'told') return sums;
  const listed = fill(requests.hasMore ? texts.listedLatest : texts.listed, formats.whole(requests.rows.length));
  return `${sums}; ${listed}`;
}
