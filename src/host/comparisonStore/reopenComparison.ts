import * as vscode from 'vscode';
import type { ComparisonStore } from '../../app/ports.ts';
import { type KeptItem, pickKept } from '../keptPick.ts';
import { systemClock } from '../systemClock.ts';
import { describeKept } from './keptDescription.ts';

/**
 * Lets the person choose one of the kept comparisons that no panel shows, the latest first; each can be deleted from
 * the list.
 *
 * @param isOpen whether a panel shows that comparison
 * @returns the chosen one's id, or null when none was chosen or there is none
 */
export async function chooseKeptComparison(
  store: ComparisonStore,
  isOpen: (comparisonId: string) => boolean,
): Promise<string | null> {
  const items = await keptItems(store, isOpen);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no comparison to reopen. One that you close before it is decided is kept here.'),
    );
    return null;
  }
  return await pickKept(items, {
    title: vscode.l10n.t('Reopen comparison'),
    placeholder: vscode.l10n.t('Comparisons that are not decided yet, the latest first'),
    remove: (id) => store.remove(id),
  });
}

async function keptItems(
  store: ComparisonStore,
  isOpen: (comparisonId: string) => boolean,
): Promise<readonly KeptItem[]> {
  const now = systemClock.now();
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete this comparison') };
  const kept = await store.list();
  return kept
    .filter(({ comparison }) => comparison.phase !== 'settled' && !isOpen(comparison.id))
    .map((saved) => ({ ...describeKept(saved, now), id: saved.comparison.id, buttons: [remove] }));
}

/** Says for a moment that a closed comparison is not lost. */
export function tellKept(): void {
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('The comparison is kept. Tiebreak: Reopen comparison… brings it back.'),
    8_000,
  );
}
