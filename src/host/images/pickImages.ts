import * as vscode from 'vscode';
import type { ImageSource } from '../../app/draftImages.ts';
import { mostImages } from '../../core/images/image.ts';
import { deadlineIn } from '../contextGathering/withinTime.ts';
import { readablePlaces } from '../workspaceReading/readablePlace.ts';
import type { FoundFile } from '../workspaceReading/walkFiles.ts';
import { walkFiles } from '../workspaceReading/walkFiles.ts';
import { isTakenImage, readChosenImage, readImages, readWorkspaceImage } from './imageFiles.ts';

interface ImageItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

const findingLimitMs = 3_000;
const mostListed = 500;

/**
 * Lets the person choose pictures: of the workspace, where models may see them, or by a button from the disk. Without
 * any in the workspace the disk is asked for at once. None when they go away.
 */
export async function pickImages(): Promise<readonly ImageSource[]> {
  const found = await imagesOfWorkspace();
  if (found.length === 0) return pickFromDisk();
  const picked = await pickFromWorkspace(found);
  return picked === 'from-disk' ? pickFromDisk() : readImages(picked, readWorkspaceImage);
}

async function pickFromDisk(): Promise<readonly ImageSource[]> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: true,
    title: vscode.l10n.t('Add images'),
    openLabel: vscode.l10n.t('Add'),
    filters: { [vscode.l10n.t('Images')]: ['png', 'jpg', 'jpeg', 'webp', 'gif'] },
  });
  return readImages(chosen ?? [], readChosenImage);
}

function pickFromWorkspace(found: readonly FoundFile[]): Promise<readonly vscode.Uri[] | 'from-disk'> {
  const pick = vscode.window.createQuickPick<ImageItem>();
  pick.title = vscode.l10n.t('Add images');
  pick.placeholder = vscode.l10n.t('Images of the workspace, {0} at most', mostImages);
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.buttons = [{ iconPath: new vscode.ThemeIcon('folder-opened'), tooltip: vscode.l10n.t('Choose from disk…') }];
  pick.items = found.map(({ uri, path }) => ({
    label: path,
    iconPath: new vscode.ThemeIcon('file-media'),
    uri,
  }));
  return new Promise((resolve) => {
    const subscription = vscode.Disposable.from(
      pick,
      pick.onDidAccept(() => {
        resolve(pick.selectedItems.map(({ uri }) => uri));
        pick.hide();
      }),
      pick.onDidTriggerButton(() => {
        resolve('from-disk');
        pick.hide();
      }),
      pick.onDidHide(() => {
        resolve([]);
        subscription.dispose();
      }),
    );
    pick.show();
  });
}

async function imagesOfWorkspace(): Promise<readonly FoundFile[]> {
  const deadline = deadlineIn(findingLimitMs);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const places = folder === undefined ? [] : await readablePlaces(null, { uri: folder.uri.toString() });
  if ('refused' in places) return [];
  const found: FoundFile[] = [];
  for (const place of places) {
    for await (const file of walkFiles(place, deadline)) {
      if (isTakenImage(file.path)) found.push(file);
      if (found.length === mostListed) return found;
    }
  }
  return found;
}
