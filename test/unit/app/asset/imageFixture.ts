import type { ImageStore, KeptImage } from '../../../../src/app/asset/imagePorts.ts';
import type { ImageServices } from '../../../../src/app/asset/imageSession.ts';
import { ImageSession } from '../../../../src/app/asset/imageSession.ts';
import { readSavedImage, writeSavedImage } from '../../../../src/app/asset/savedImage.ts';
import type { ImageAsset } from '../../../../src/core/asset/imageAsset.ts';
import { defaultImageOptions } from '../../../../src/core/asset/imageOptions.ts';
import { sanitizeSvg } from '../../../../src/preview/svg/sanitizeSvg.ts';
import { contender, servicesWith } from '../fakes.ts';

export const sanitizer = { sanitize: sanitizeSvg };
export const drawing = '<svg viewBox="0 0 1 1"><path d="M0 0h1z"/></svg>';

/** Keeps assets as the text they would be on a disk. */
class MemoryImageStore implements ImageStore {
  readonly kept = new Map<string, string>();

  async save(asset: ImageAsset): Promise<void> {
    this.kept.set(asset.id, writeSavedImage(asset));
  }

  async load(assetId: string): Promise<ImageAsset | null> {
    return readSavedImage(this.kept.get(assetId) ?? '', sanitizer);
  }

  async list(): Promise<readonly KeptImage[]> {
    return [];
  }

  async remove(assetId: string): Promise<void> {
    this.kept.delete(assetId);
  }
}

/** A draft about a dot with scripted conversations, and everything around it. */
export function imageDraft(scripts: Parameters<typeof servicesWith>[0], changes: Partial<ImageServices> = {}) {
  const around = servicesWith(scripts);
  const { clock, ledger, clients, limits, budgets, workspace, observer, random, newId, loadPrices, contenderFor } =
    around.services;
  const store = new MemoryImageStore();
  const logged: string[] = [];
  const log = { info() {}, warn: (message: string) => void logged.push(message), error() {} };
  const services: ImageServices = {
    ...{ clock, ledger, clients, limits, budgets, workspace, observer, random, newId, loadPrices, contenderFor },
    sanitizer,
    store,
    log,
    ...changes,
  };
  const session = ImageSession.draft(contender('left'), contender('right'), null, services);
  session.change('A dot', defaultImageOptions);
  return { ...around, session, images: store, logged, imageServices: services };
}
