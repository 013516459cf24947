import { existsSync, renameSync } from 'node:fs';
import { companions } from './damage.ts';
import type { FileIdentity } from './fileIdentity.ts';
import { fileIdentity } from './fileIdentity.ts';

/**
 * Sets a corrupt ledger aside under a name of its own, so that a new one can begin and nothing is destroyed. To be done
 * under the ledger's lock: without it, another window's new ledger may stand there between the look and the rename.
 *
 * @param identity the file that was found corrupt, or null where only what SQLite keeps beside it was left
 * @param at milliseconds since the epoch, for the name
 * @returns where it lies now, or null when another window has set it aside already
 * @throws where it cannot be renamed: a folder without write access, or, on Windows, another window that has it open
 */
export function setAside(path: string, identity: FileIdentity, at: number): string | null {
  if (fileIdentity(path) !== identity) return null;
  const target = freeName(path, at);
  // First the parts that SQLite keeps beside it: a log that stays would be replayed into the new ledger.
  const moved = companions.filter((suffix) => existsSync(path + suffix));
  for (const suffix of moved) renameSync(path + suffix, target + suffix);
  // The file itself was gone already, and what it left behind told so.
  if (identity === null) return moved[0] === undefined ? null : target + moved[0];
  renameSync(path, target);
  return target;
}

function freeName(path: string, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(/[:.]/g, '-');
  let name = `${path}.corrupt-${stamp}`;
  for (let count = 2; existsSync(name); count += 1) name = `${path}.corrupt-${stamp}-${count}`;
  return name;
}
