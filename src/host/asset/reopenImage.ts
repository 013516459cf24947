import * as vscode from 'vscode';
import type { ImageStore } from '../../app/asset/imagePorts.ts';
import { type KeptItem, pickKept } from '../keptPick.ts';

/**
 * Lets the person choose one of the kept image assets that no panel shows, the latest first; each can be deleted from the
 * list.
 *
 * @returns the chosen one's id, or null when none was chosen or there is none
 */
export async function chooseKeptImage(store: ImageStore, isOpen: (assetId: string) => boolean): Promise<string | null> {
  const items = await keptItems(store, isOpen);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no image asset to reopen. Those that you close are kept here.'),
    );
    return null;
  }
  return await pickKept(items, {
    title: vscode.l10n.t('Reopen image asset'),
    placeholder: vscode.l10n.t('Image assets, the latest first'),
    remove: (id) => store.remove(id),
  });
}

async function keptItems(store: ImageStore, isOpen: (assetId: string) => boolean): Promise<readonly KeptItem[]> {
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete this image asset') };
  return (await store.list())
    .filter(({ id }) => !isOpen(id))
    .map(({ id, instruction, madeBy }) => ({
      label: instruction,
      description: madeBy.join(', '),
      id,
      buttons: [remove],
    }));
}
