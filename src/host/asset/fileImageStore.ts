import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageStore, KeptImage, SvgSanitizer } from '../../app/asset/imagePorts.ts';
import { readSavedImage, writeSavedImage } from '../../app/asset/savedImage.ts';
import type { Clock, Log } from '../../app/ports.ts';
import { type ImageAsset, isUsable } from '../../core/asset/imageAsset.ts';
import { sides } from '../../core/side.ts';
import {
  entriesOf,
  type FileMark,
  markAt,
  markNow,
  readKept,
  temporaryEnding,
  writeKept,
} from '../comparisonStore/keptFiles.ts';
import { Turns } from '../comparisonStore/turns.ts';

/** What a store of image assets needs around it. */
export interface FileImageStoreOptions {
  /** Where the files go; made when the first asset is kept. */
  readonly folder: string;
  readonly sanitizer: SvgSanitizer;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once, the first time that something could not be written. */
  readonly onDidFail: () => void;
}

/** An asset and the file that it was read from. */
interface KeptAsset {
  readonly asset: ImageAsset;
  readonly mark: FileMark;
}

/** Pictures are large: older ones than so many go. */
const mostKept = 30;
const ending = '.json';

/** What a killed process left half-written; nothing takes so long to write, in milliseconds. */
const abandonedAfter = 10 * 60_000;

/**
 * Keeps image assets as files, one each, whether their panels are open or closed. Whoever loaded an asset last has it: a
 * window that still shows it notices that its file is no longer the one it wrote, and writes it no more.
 */
export class FileImageStore implements ImageStore {
  readonly #options: FileImageStoreOptions;
  readonly #turns: Turns;
  /** The latest of each that is still to be written, by its id. */
  readonly #waiting = new Map<string, ImageAsset>();
  /** The files that this store wrote or loaded, by the asset's id. */
  readonly #marks = new Map<string, FileMark>();
  /** Assets that another window has now. */
  readonly #taken = new Set<string>();
  #hasFailed = false;

  constructor(options: FileImageStoreOptions) {
    this.#options = options;
    this.#turns = new Turns(options.log);
  }

  async save(asset: ImageAsset): Promise<void> {
    this.#waiting.set(asset.id, asset);
    const isKept = await this.#turns.take('An image asset could not be kept', false, async () => {
      await this.#writeWaiting(asset.id);
      return true;
    });
    if (isKept || this.#hasFailed) return;
    this.#hasFailed = true;
    this.#options.onDidFail();
  }

  async load(assetId: string): Promise<ImageAsset | null> {
    if (!isId(assetId)) return null;
    return await this.#turns.take('A kept image asset could not be read', null, async () => {
      const found = await this.#read(assetId);
      if (found === null) return null;
      this.#marks.set(assetId, await this.#claim(found));
      this.#taken.delete(assetId);
      return found.asset;
    });
  }

  async list(): Promise<readonly KeptImage[]> {
    return await this.#turns.take('The kept image assets could not be listed', [], async () => {
      const found: KeptImage[] = [];
      // One after the other: all of them at once take more memory than anybody wants to spend on a list.
      for (const id of await this.#latest()) {
        const kept = await this.#read(id);
        if (kept !== null) found.push(summaryOf(kept.asset));
      }
      return found;
    });
  }

  async remove(assetId: string): Promise<void> {
    if (!isId(assetId)) return;
    await this.#turns.take('A kept image asset could not be removed', undefined, async () => {
      await rm(this.#path(assetId), { force: true });
      this.#marks.delete(assetId);
    });
  }

  async #writeWaiting(id: string): Promise<void> {
    const asset = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (asset === undefined || this.#taken.has(id)) return;
    const path = this.#path(id);
    const isOurs = (found: FileMark | null) => found === null || found === this.#marks.get(id);
    if (!isOurs(await markAt(path))) {
      this.#taken.add(id);
      this.#options.log.info('An image asset is kept by another window now, and no longer by this one.');
      return;
    }
    // Looked at again at the last moment: writing takes a while, and another window may have come meanwhile.
    const mark = await writeKept(path, writeSavedImage(asset), () => isOurs(markNow(path)));
    if (mark !== null) this.#marks.set(id, mark);
    await this.#sweep();
  }

  /** Writes an asset anew as it is, by which a window that still shows it notices that it has it no more. */
  async #claim({ asset, mark }: KeptAsset): Promise<FileMark> {
    try {
      return (await writeKept(this.#path(asset.id), writeSavedImage(asset), () => true)) ?? mark;
    } catch {
      // A full disk is told of when there is something to lose.
      return mark;
    }
  }

  async #read(id: string): Promise<KeptAsset | null> {
    const file = await readKept(this.#path(id));
    const asset = file === null ? null : readSavedImage(file.text, this.#options.sanitizer);
    return file !== null && asset?.id === id ? { asset, mark: file.mark } : null;
  }

  async #sweep(): Promise<void> {
    for (const id of (await this.#latest()).slice(mostKept)) await rm(this.#path(id), { force: true });
    const entries = await entriesOf(this.#options.folder);
    for (const { name, writtenAt } of entries) {
      const isAbandoned = name.endsWith(temporaryEnding) && this.#options.clock.now() - writtenAt > abandonedAfter;
      if (isAbandoned) await rm(join(this.#options.folder, name), { force: true });
    }
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

function summaryOf(asset: ImageAsset): KeptImage {
  const finished = sides.filter((side) => isUsable(asset[side]));
  return {
    id: asset.id,
    instruction: asset.instruction,
    madeBy: finished.map((side) => asset[side].answer.contender.label),
  };
}

function isId(id: string): boolean {
  return /^[\w-]{1,100}$/.test(id);
}
