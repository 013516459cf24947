import { ProjectFiles } from '../../../../src/preview/component/modules/projectFiles.ts';

/** A project of these files, by their paths. */
export function projectOf(files: Readonly<Record<string, string>>): ProjectFiles {
  return new ProjectFiles(readerOf(files));
}

/** Reads these files, and no others. */
export function readerOf(files: Readonly<Record<string, string>>): (path: string) => Promise<Uint8Array | null> {
  return async (path) => (Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : null);
}
