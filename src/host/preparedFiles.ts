import type { ApplyRequest } from '../app/ports.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Failure } from '../core/failure.ts';
import { encodeNewFile, findNotEncodable } from './encodings.ts';
import { openForWriting, type WritableFile } from './openForWriting.ts';
import type { Renames } from './renames.ts';
import { checkPlace } from './writablePlace.ts';
import { findReservations, placesOf, type Reservation } from './writeReservations.ts';

/** Everything that is to be written, opened and looked at. */
export interface PreparedFiles {
  readonly files: readonly WritableFile[];
  /** The bytes of files that are to be made, by their URI. */
  readonly newContents: ReadonlyMap<string, Uint8Array>;
  readonly reservations: readonly Reservation[];
}

/** Opens every file that hunks are for. The first one that cannot be written says why. */
export async function prepareFiles(
  sources: Pick<ApplyRequest, 'own' | 'files'>,
  hunks: readonly Hunk[],
  renames: Renames,
): Promise<PreparedFiles | Failure> {
  const files: WritableFile[] = [];
  const newContents = new Map<string, Uint8Array>();
  const reservations: Reservation[] = [];
  for (const path of new Set(hunks.map((hunk) => hunk.path))) {
    const own = hunks.filter((hunk) => hunk.path === path);
    const file = await openForWriting(path, own, sources, renames);
    if (!('hunks' in file)) return file;
    if (file.kind === 'edit') {
      const missing = await findNotEncodable(path, file.document, file.hunks);
      if (missing !== null) return missing;
    }
    if (file.kind === 'create') {
      const bytes = await encodeNewFile(path, file.uri, file.text);
      if (!(bytes instanceof Uint8Array)) return bytes;
      newContents.set(file.uri.toString(), bytes);
    }
    reservations.push(...(await findReservations(file)));
    files.push(file);
  }
  return { files, newContents, reservations };
}

/** Looks at every place that a model named once more, right before it is written. */
export async function findRefusal(files: readonly WritableFile[]): Promise<Failure | null> {
  const checks = files.flatMap((file) => {
    // What the person chose may be anywhere; where a model wants it moved may not.
    const places = file.isChosen ? placesOf(file).slice(1) : placesOf(file);
    return places.map((place) => checkPlace(file.path, place));
  });
  return (await Promise.all(checks)).find((refused) => refused !== null) ?? null;
}
