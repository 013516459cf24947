import * as vscode from 'vscode';
import type { FailureOf } from '../../core/failure.ts';
import type { SourceFile } from '../../core/task.ts';
import { uiKindOf } from '../../core/ui/uiKindOf.ts';
import type { UiProject } from '../../core/ui/uiProject.ts';
import type { UiKind, UiTarget } from '../../core/ui/uiTarget.ts';
import { newFileAt } from './newFilePlace.ts';

/** A target and the file that it means. */
export interface UiPlaceChoice {
  readonly target: UiTarget;
  /** The file that is to be made or changed. */
  readonly file: SourceFile;
}

/** What the person picked. */
export interface PickedTarget extends UiPlaceChoice {
  /** Whether they want to see what will be sent before it is. */
  readonly draftOnly: boolean;
}

interface TargetItem extends vscode.QuickPickItem {
  readonly choice: UiPlaceChoice | FailureOf<'path-refused'> | null;
}

/**
 * Lets the person confirm the likeliest target or choose another. Where files can be made, a path that is typed is one
 * more choice. A button shows what would be sent to make the marked one, instead of sending it.
 *
 * @param folder what a typed path is near to; null when no files can be made
 * @returns null when the person went away, a failure when the path that they chose is refused
 */
export function pickTarget(
  choices: readonly UiPlaceChoice[],
  folder: vscode.Uri | null,
  project: UiProject,
): Promise<PickedTarget | FailureOf<'path-refused'> | null> {
  const pick = vscode.window.createQuickPick<TargetItem>();
  pick.title = vscode.l10n.t('Generate UI with both models');
  pick.placeholder =
    folder === null
      ? vscode.l10n.t('What to make, and where')
      : vscode.l10n.t('What to make, and where; or type a path for the new file');
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.buttons = [{ iconPath: new vscode.ThemeIcon('eye'), tooltip: vscode.l10n.t('Show what will be sent') }];
  const items = choices.map(itemOf);
  pick.items = items;
  const offerTyped = async (typed: string) => {
    const item = folder === null ? null : await typedItem(typed, folder, project);
    // Meanwhile the person may have typed on.
    if (pick.value === typed) pick.items = item === null ? items : [item, ...items];
  };
  return new Promise((resolve) => {
    const choose = (item: TargetItem | undefined, draftOnly: boolean) => {
      // A path that is taken is shown as such, and is nothing to choose.
      if (item === undefined || item.choice === null) return;
      resolve('kind' in item.choice ? item.choice : { ...item.choice, draftOnly });
      pick.hide();
    };
    const subscription = vscode.Disposable.from(
      pick,
      pick.onDidChangeValue((typed) => void offerTyped(typed)),
      pick.onDidAccept(() => choose(pick.selectedItems[0], false)),
      pick.onDidTriggerButton(() => choose(pick.activeItems[0], true)),
      pick.onDidHide(() => {
        resolve(null);
        subscription.dispose();
      }),
    );
    pick.show();
  });
}

function itemOf(choice: UiPlaceChoice): TargetItem {
  return { ...labelOf(choice), description: kindLabel(choice.target), choice };
}

function labelOf({ target, file }: UiPlaceChoice): { readonly label: string; readonly iconPath: vscode.ThemeIcon } {
  switch (target.place) {
    case 'new-file':
      return { label: vscode.l10n.t('New file {0}', file.path), iconPath: new vscode.ThemeIcon('new-file') };
    case 'selection':
      return {
        label: vscode.l10n.t('Replace the selection in {0}', file.path),
        iconPath: new vscode.ThemeIcon('replace'),
      };
    case 'file':
      return { label: vscode.l10n.t('Edit {0}', file.path), iconPath: new vscode.ThemeIcon('edit') };
  }
}

function kindLabel(kind: UiKind): string {
  const written = frameworkLabel(kind);
  return kind.tailwind ? vscode.l10n.t('{0}, Tailwind CSS', written) : written;
}

function frameworkLabel({ framework, typescript }: UiKind): string {
  switch (framework) {
    case 'html':
      return vscode.l10n.t('HTML and CSS');
    case 'react':
      return typescript ? vscode.l10n.t('React (TSX)') : vscode.l10n.t('React (JSX)');
    case 'vue':
      return vscode.l10n.t('Vue single-file component');
    case 'svelte':
      return vscode.l10n.t('Svelte component');
  }
}

/** What a typed path means, told from its ending; null for anything that is no path of an interface. */
async function typedItem(typed: string, folder: vscode.Uri, project: UiProject): Promise<TargetItem | null> {
  const path = typed.trim();
  const own = uiKindOf({ path, languageId: '', text: '' }, project);
  if (own === null) return null;
  const kind = { ...own, tailwind: own.framework !== 'html' && own.tailwind };
  const file = await newFileAt(path, folder, kind);
  const shown = { alwaysShow: true, iconPath: new vscode.ThemeIcon('new-file') };
  if (file === null) {
    return { ...shown, label: path, description: vscode.l10n.t('There is such a file already'), choice: null };
  }
  if ('kind' in file) return { ...shown, label: vscode.l10n.t('New file {0}', path), choice: file };
  return { ...shown, ...itemOf({ target: { ...kind, place: 'new-file' }, file }) };
}
