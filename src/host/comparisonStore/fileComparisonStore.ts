import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, ComparisonStore, Log, SavedComparison } from '../../app/ports.ts';
import type { FileMark } from './keptFiles.ts';
import { markAt, markNow, readKept, writeKept, writeKeptNow } from './keptFiles.ts';
import { readSaved, writeSaved } from './savedFormat.ts';
import { sweep } from './sweep.ts';
import { Turns } from './turns.ts';

/** What a store of files needs around it. */
export interface FileStoreOptions {
  /** Where the files go; made when the first comparison is kept. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once, the first time that something could not be written. */
  readonly onDidFail: () => void;
}

/** Between two writes, in milliseconds: a streaming answer changes with every word. */
const leastPause = 500;
/** However large a comparison is, turning it into text takes no more than this part of the time. */
const pauseOfWork = 20;

/**
 * Keeps comparisons as files, one each. All reading and writing goes one after the other, so that nothing that was
 * written later is overtaken by what was written before.
 *
 * A window that is reloaded may leave its old extension host behind for a while. Whoever loaded a comparison last has
 * it: an older host notices that its file is no longer the one it wrote, and writes it no more.
 */
export class FileComparisonStore implements ComparisonStore {
  readonly #options: FileStoreOptions;
  readonly #turns: Turns;
  readonly #waiting = new Map<string, SavedComparison>();
  /** The files that this store wrote or loaded, by the comparison's id. */
  readonly #marks = new Map<string, FileMark>();
  /** Comparisons that another window has now. */
  readonly #taken = new Set<string>();
  #timer: (() => void) | null = null;
  #inWriting: SavedComparison | null = null;
  #freeAt = 0;
  /** Since the last one that went well. */
  #isFailing = false;
  #hasFailed = false;
  #isDisposed = false;

  constructor(options: FileStoreOptions) {
    this.#options = options;
    this.#turns = new Turns(options.log);
  }

  save(saved: SavedComparison): void {
    const { id } = saved.comparison;
    if (this.#isDisposed || this.#taken.has(id)) return;
    this.#waiting.set(id, saved);
    this.#schedule();
  }

  async load(comparisonId: string): Promise<SavedComparison | null> {
    if (!isId(comparisonId)) return null;
    await this.flush();
    return await this.#turns.take('A kept comparison could not be read', null, async () => {
      const found = await this.#read(comparisonId);
      if (found === null) return null;
      this.#marks.set(comparisonId, await this.#claim(comparisonId, found));
      this.#taken.delete(comparisonId);
      return found.saved;
    });
  }

  async list(): Promise<readonly SavedComparison[]> {
    await this.flush();
    return await this.#turns.take('The kept comparisons could not be listed', [], async () => {
      const ids = await this.#sweep();
      const found = await Promise.all(ids.map((id) => this.#read(id)));
      return found
        .flatMap((each) => (each === null ? [] : [each.saved]))
        .toSorted((one, other) => other.savedAt - one.savedAt);
    });
  }

  async remove(comparisonId: string): Promise<void> {
    if (!isId(comparisonId)) return;
    this.#waiting.delete(comparisonId);
    await this.#turns.take('A kept comparison could not be removed', undefined, async () => {
      await rm(this.#path(comparisonId), { force: true });
      this.#marks.delete(comparisonId);
    });
  }

  async flush(): Promise<void> {
    this.#timer?.();
    this.#timer = null;
    await this.#turns.take('Comparisons could not be kept', undefined, () => this.#writeWaiting());
  }

  /** Writes at once what is still waiting: an extension host that ends waits for nothing. */
  dispose(): void {
    this.#isDisposed = true;
    this.#timer?.();
    const last = new Map(this.#waiting);
    const inWriting = this.#inWriting;
    if (inWriting !== null && !last.has(inWriting.comparison.id)) last.set(inWriting.comparison.id, inWriting);
    for (const [id, saved] of last) {
      try {
        if (markNow(this.#path(id)) === (this.#marks.get(id) ?? null)) {
          writeKeptNow(this.#path(id), writeSaved(saved));
        }
      } catch (error) {
        this.#options.log.error('A comparison could not be kept', error);
      }
    }
  }

  #schedule(): void {
    if (this.#timer !== null) return;
    const { clock } = this.#options;
    this.#timer = clock.after(Math.max(0, this.#freeAt - clock.now()), () => void this.flush());
  }

  async #writeWaiting(): Promise<void> {
    for (const [id, saved] of [...this.#waiting]) {
      if (this.#isDisposed) return;
      this.#waiting.delete(id);
      this.#inWriting = saved;
      try {
        await this.#write(id, saved);
        this.#isFailing = false;
      } catch (error) {
        // It may fit when the next change comes.
        if (!this.#waiting.has(id)) this.#waiting.set(id, saved);
        this.#fail(error);
      } finally {
        this.#inWriting = null;
      }
    }
  }

  async #write(id: string, saved: SavedComparison): Promise<void> {
    const path = this.#path(id);
    const known = this.#marks.get(id) ?? null;
    if ((await markAt(path)) !== known) {
      this.#taken.add(id);
      this.#options.log.info('A comparison is kept by another window now, and no longer by this one.');
      return;
    }
    const begun = performance.now();
    const text = writeSaved(saved);
    const pause = Math.max(leastPause, (performance.now() - begun) * pauseOfWork);
    const { clock } = this.#options;
    this.#freeAt = clock.now() + pause;
    // Looked at again at the last moment: writing takes a while, and another window may have come meanwhile.
    const mark = await writeKept(path, text, () => !this.#isDisposed && markNow(path) === known);
    if (mark !== null) this.#marks.set(id, mark);
    if (known === null) await this.#sweep();
  }

  /** Writes a file anew as it is, by which an older window that still writes it notices that it has it no more. */
  async #claim(id: string, { saved, mark }: { readonly saved: SavedComparison; readonly mark: FileMark }) {
    try {
      return (await writeKept(this.#path(id), writeSaved(saved), () => true)) ?? mark;
    } catch {
      // A full disk is told of when there is something to lose.
      return mark;
    }
  }

  /** Reads a file; one that makes no sense is set aside, so that nobody stumbles over it again. */
  async #read(id: string): Promise<{ readonly saved: SavedComparison; readonly mark: FileMark } | null> {
    const path = this.#path(id);
    const file = await readKept(path);
    if (file === null) return null;
    const reading = readSaved(file.text, id);
    if (reading.kind === 'saved') return { saved: reading.saved, mark: file.mark };
    if (reading.kind === 'newer') {
      this.#options.log.info(`${id} was kept by a newer version of Tiebreak, which alone can read it.`);
    } else if ((await markAt(path)) === file.mark) {
      await rename(path, `${path}.damaged`);
      this.#options.log.warn(`A kept comparison was damaged. Its file is now ${id}.json.damaged.`);
    }
    return null;
  }

  /** @returns the ids of those that are left */
  async #sweep(): Promise<readonly string[]> {
    return await sweep(this.#options.folder, {
      now: this.#options.clock.now(),
      inUse: (id) => this.#marks.has(id) || this.#waiting.has(id),
      isSettled: async (id) => (await this.#read(id))?.saved.comparison.phase === 'settled',
    });
  }

  #fail(error: unknown): void {
    // A full disk stays full for a while, and a streaming answer would fill the log too.
    if (!this.#isFailing) this.#options.log.error('A comparison could not be kept', error);
    this.#isFailing = true;
    if (!this.#hasFailed) this.#options.onDidFail();
    this.#hasFailed = true;
  }

  #path(id: string): string {
    return join(this.#options.folder, `${id}.json`);
  }
}

/** Ids come back from panels, and become names of files. */
function isId(id: string): boolean {
  return /^[\w-]{1,100}$/.test(id);
}
