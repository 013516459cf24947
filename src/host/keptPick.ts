import * as vscode from 'vscode';

/** Something kept that can be chosen, or deleted by its button. */
export interface KeptItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** What a list of kept things is called, and how one of them is deleted. */
interface KeptPick {
  readonly title: string;
  readonly placeholder: string;
  remove(id: string): Promise<void>;
}

/** Lets the person choose one, or delete some of them. @returns the chosen one's id, or null */
export async function pickKept(items: readonly KeptItem[], kept: KeptPick): Promise<string | null> {
  const pick = vscode.window.createQuickPick<KeptItem>();
  pick.title = kept.title;
  pick.placeholder = kept.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  return await new Promise((resolve) => {
    let chosen: string | null = null;
    pick.onDidAccept(() => {
      chosen = pick.selectedItems[0]?.id ?? null;
      pick.hide();
    });
    pick.onDidTriggerItemButton(async ({ item }) => {
      await kept.remove(item.id);
      pick.items = pick.items.filter((other) => other !== item);
      if (pick.items.length === 0) pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}
