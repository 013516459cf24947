import { basename } from 'node:path/posix';
import * as vscode from 'vscode';
import type { ImageSession } from '../../app/asset/imageSession.ts';
import { altTextOf, isUsable } from '../../core/asset/imageAsset.ts';
import { imageFileName } from '../../core/asset/imageFileName.ts';
import { imageTag } from '../../core/asset/imageTag.ts';
import type { Side } from '../../core/side.ts';
import { saveImage } from './saveImage.ts';

/** Where pictures of this window were saved, by asset and side, for tags to name them. */
export class SavedPlaces {
  readonly #places = new Map<string, vscode.Uri>();

  note(assetId: string, side: Side, place: vscode.Uri): void {
    this.#places.set(`${assetId}/${side}`, place);
  }

  /** Null for what was not saved yet. */
  of(assetId: string, side: Side): vscode.Uri | null {
    return this.#places.get(`${assetId}/${side}`) ?? null;
  }
}

/** Lets the person save a side's finished picture. */
export async function saveSide({ asset }: ImageSession, side: Side, places: SavedPlaces): Promise<void> {
  const { picture } = asset[side];
  if (picture === null || !isUsable(asset[side])) return;
  const place = await saveImage(picture, asset.instruction, asset.folder);
  if (place !== null) places.note(asset.id, side, place);
}

/** Copies a side's alt text. */
export async function copyAltText({ asset }: ImageSession, side: Side): Promise<void> {
  await copy(altTextOf(asset[side]), vscode.l10n.t('Alt text copied'));
}

/** Copies an `<img>` element with a side's alt text; it names the file that was saved, or would be. */
export async function copyTag({ asset }: ImageSession, side: Side, places: SavedPlaces): Promise<void> {
  const { picture } = asset[side];
  if (picture === null) return;
  const saved = places.of(asset.id, side);
  const ending = picture.kind === 'svg' ? 'svg' : picture.format === 'jpeg' ? 'jpg' : picture.format;
  const path =
    saved === null
      ? imageFileName(asset.instruction, ending)
      : vscode.workspace.getWorkspaceFolder(saved) === undefined
        ? basename(saved.path)
        : vscode.workspace.asRelativePath(saved, false);
  await copy(imageTag(path, altTextOf(asset[side])), vscode.l10n.t('Tag copied'));
}

/** Copies a side's drawing as text, as it would be saved. */
export async function copySource({ asset }: ImageSession, side: Side): Promise<void> {
  const { picture } = asset[side];
  if (picture?.kind === 'svg' && isUsable(asset[side])) await copy(picture.text, vscode.l10n.t('SVG copied'));
}

async function copy(text: string, told: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  void vscode.window.setStatusBarMessage(told, 3000);
}
