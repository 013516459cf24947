import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageStore, SvgSanitizer } from '../../app/asset/imagePorts.ts';
import { readSavedImage, writeSavedImage } from '../../app/asset/savedImage.ts';
import type { Log } from '../../app/ports.ts';
import type { ImageAsset } from '../../core/asset/imageAsset.ts';
import { entriesOf, readKept, writeKept } from '../comparisonStore/keptFiles.ts';
import { Turns } from '../comparisonStore/turns.ts';

/** What a store of image assets needs around it. */
export interface FileImageStoreOptions {
  /** Where the files go; made when the first asset is kept. */
  readonly folder: string;
  readonly sanitizer: SvgSanitizer;
  readonly log: Log;
  /** Called once, the first time that something could not be written. */
  readonly onDidFail: () => void;
}

/** Pictures are large: older ones than so many go. */
const mostKept = 30;
const ending = '.json';

/** Keeps image assets as files, one each, whether their panels are open or closed. */
export class FileImageStore implements ImageStore {
  readonly #options: FileImageStoreOptions;
  readonly #turns: Turns;
  #hasFailed = false;

  constructor(options: FileImageStoreOptions) {
    this.#options = options;
    this.#turns = new Turns(options.log);
  }

  async save(asset: ImageAsset): Promise<void> {
    const text = writeSavedImage(asset);
    const isKept = await this.#turns.take('An image asset could not be kept', false, async () => {
      await writeKept(this.#path(asset.id), text, () => true);
      await this.#sweep();
      return true;
    });
    if (isKept || this.#hasFailed) return;
    this.#hasFailed = true;
    this.#options.onDidFail();
  }

  async load(assetId: string): Promise<ImageAsset | null> {
    if (!isId(assetId)) return null;
    return await this.#turns.take('A kept image asset could not be read', null, () => this.#read(assetId));
  }

  async list(): Promise<readonly ImageAsset[]> {
    return await this.#turns.take('The kept image assets could not be listed', [], async () => {
      const found = await Promise.all((await this.#latest()).map((id) => this.#read(id)));
      return found.filter((asset) => asset !== null);
    });
  }

  async remove(assetId: string): Promise<void> {
    if (!isId(assetId)) return;
    await this.#turns.take('A kept image asset could not be removed', undefined, () =>
      rm(this.#path(assetId), { force: true }),
    );
  }

  async #read(id: string): Promise<ImageAsset | null> {
    const file = await readKept(this.#path(id));
    const asset = file === null ? null : readSavedImage(file.text, this.#options.sanitizer);
    return asset?.id === id ? asset : null;
  }

  async #sweep(): Promise<void> {
    for (const id of (await this.#latest()).slice(mostKept)) await rm(this.#path(id), { force: true });
  }

  /** Ids, the one written last first. */
  async #latest(): Promise<readonly string[]> {
    const entries = await entriesOf(this.#options.folder);
    return entries
      .toSorted((one, other) => other.writtenAt - one.writtenAt)
      .map(({ name }) => name)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .filter(isId);
  }

  #path(id: string): string {
    return join(this.#options.folder, `${id}${ending}`);
  }
}

function isId(id: string): boolean {
  return /^[\w-]{1,100}$/.test(id);
}
