import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Which file on disk it is: another one by the same name, or the same after someone wrote it, is a different one. */
export type FileMark = string;

/** A file as it was read in one go. */
export interface KeptFile {
  readonly text: string;
  readonly mark: FileMark;
}

/** Only the person's own account reads what was asked and answered. */
const fileMode = 0o600;
const folderMode = 0o700;

/** Reads a file and tells which one it was; null when there is none. @throws every other error of the file system */
export async function readKept(path: string): Promise<KeptFile | null> {
  try {
    const file = await open(path, 'r');
    try {
      return { mark: markOf(await file.stat({ bigint: true })), text: await file.readFile('utf8') };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The mark of the file that is there now; null when there is none. @throws every other error of the file system */
export async function markAt(path: string): Promise<FileMark | null> {
  try {
    return markOf(await stat(path, { bigint: true }));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Writes a file so that whoever reads it, and whatever kills the process or the power, finds the old text or the new
 * one and never a part. Makes the folder when it is missing.
 *
 * @param isWanted asked last of all, before the new text takes the old one's place
 * @returns the mark of the file that was written; null when it was no longer wanted
 * @throws errors of the file system, e.g. of a full disk; then the old file is as it was
 */
export async function writeKept(path: string, text: string, isWanted: () => boolean): Promise<FileMark | null> {
  await mkdir(dirname(path), { recursive: true, mode: folderMode });
  const temporary = temporaryName(path);
  try {
    const file = await open(temporary, 'wx', fileMode);
    try {
      await file.writeFile(text, 'utf8');
      // Without it a power cut could leave the new name with nothing behind it.
      await file.sync();
    } finally {
      await file.close();
    }
    const mark = markOf(await stat(temporary, { bigint: true }));
    if (!isWanted()) {
      await rm(temporary, { force: true });
      return null;
    }
    // Not a promise: between the question and the deed nothing else may happen.
    renameSync(temporary, path);
    return mark;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The same at once, for the last moment of a process. @throws errors of the file system; the old file is as it was */
export function writeKeptNow(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: folderMode });
  const temporary = temporaryName(path);
  try {
    const file = openSync(temporary, 'wx', fileMode);
    try {
      writeFileSync(file, text, 'utf8');
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function temporaryName(path: string): string {
  return `${path}.${process.pid}.${process.hrtime.bigint()}${temporaryEnding}`;
}

/** What a half-written file's name ends with; a killed process leaves it behind. */
export const temporaryEnding = '.tmp';

/** The mark of the file that is there now, at once; null when there is none. @throws other errors of the file system */
export function markNow(path: string): FileMark | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : markOf(found);
}

/** A name in a folder and when that file was written last, in milliseconds since the epoch. */
export interface FolderEntry {
  readonly name: string;
  readonly writtenAt: number;
}

/** The files of a folder; none when there is no folder. @throws every other error of the file system */
export async function entriesOf(folder: string): Promise<readonly FolderEntry[]> {
  try {
    const names = await readdir(folder);
    const entries = await Promise.all(names.map((name) => entryOf(folder, name)));
    return entries.filter((entry) => entry !== null);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function entryOf(folder: string, name: string): Promise<FolderEntry | null> {
  try {
    return { name, writtenAt: (await stat(join(folder, name))).mtimeMs };
  } catch (error) {
    // Another window removed it between the two looks.
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A rename keeps inode, size and modification time, and nothing else that writes here keeps all three. */
function markOf({ ino, size, mtimeNs }: { readonly ino: bigint; readonly size: bigint; readonly mtimeNs: bigint }) {
  return `${ino}:${size}:${mtimeNs}`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
