import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { priceData } from '../../core/spend/priceData.ts';

const listName = /^(\d{4}-\d{2}-\d{2})\.json$/;

/**
 * Where refreshed prices are kept for all windows: one file a day of fetching, named by it, of which the latest counts,
 * and beside it an empty one that says that this day's attempt was made. Failures of the file system are thrown as they
 * come.
 */
export class RefreshedFiles {
  private readonly directory: string;

  /** @param storage the folder that all windows share */
  constructor(storage: string) {
    this.directory = join(storage, 'prices');
  }

  /** The day of the latest refreshed prices, `2026-11-27`; null when there are none that are newer than the package's. */
  async latest(): Promise<string | null> {
    const days = (await this.names()).flatMap((name) => listName.exec(name)?.[1] ?? []).sort();
    const day = days.at(-1) ?? null;
    return day !== null && day > priceData.publishedOn ? day : null;
  }

  async read(day: string): Promise<string> {
    return readFile(this.path(day, 'json'), 'utf8');
  }

  /** Takes this day's attempt for oneself; false when it was made before, in whichever window. */
  async takeAttempt(day: string): Promise<boolean> {
    await mkdir(this.directory, { recursive: true });
    try {
      await (await open(this.path(day, 'tried'), 'wx')).close();
      await this.removeAll((name) => name.endsWith('.tried') && !name.startsWith(day));
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
  }

  /** Keeps a day's prices, whole or not at all, and does away with all that is of other days. */
  async write(day: string, text: string): Promise<void> {
    const unfinished = this.path(day, 'part');
    await writeFile(unfinished, text);
    await rename(unfinished, this.path(day, 'json'));
    await this.removeAll((name) => !name.startsWith(day));
  }

  private async removeAll(isOld: (name: string) => boolean): Promise<void> {
    const old = (await this.names()).filter(isOld);
    await Promise.all(old.map((name) => rm(join(this.directory, name), { force: true })));
  }

  private path(day: string, ending: 'json' | 'tried' | 'part'): string {
    return join(this.directory, `${day}.${ending}`);
  }

  private async names(): Promise<readonly string[]> {
    try {
      return await readdir(this.directory);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }
}
