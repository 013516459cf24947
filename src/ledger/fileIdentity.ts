import { statSync } from 'node:fs';

/** Which file stands at a path, however it is renamed: null when there is none. */
export type FileIdentity = string | null;

/** Reads the identity of what stands at a path now. */
export function fileIdentity(path: string): FileIdentity {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev}:${stats.ino}`;
}
