import { existsSync, linkSync, renameSync } from 'node:fs';
import { companions } from './damage.ts';
import type { FileIdentity } from './fileIdentity.ts';
import { fileIdentity } from './fileIdentity.ts';

/**
 * Sets a corrupt ledger aside under a name of its own, so that a new one can begin and nothing is destroyed.
 *
 * @param identity the file that was found corrupt, or null where only what SQLite keeps beside it was left @param at milliseconds since the epoch, for the name
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
  if (fileIdentity(target) === identity) return target;
  // Another window was faster between the two looks, and this is its new ledger: put it back, unless it has begun one more.
  if (!existsSync(path)) linkSync(target, path);
  return null;
}

function freeName(path: string, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(/[:.]/g, '-');
  let name = `${path}.corrupt-${stamp}`;
  for (let count = 2; existsSync(name); count += 1) name = `${path}.corrupt-${stamp}-${count}`;
  return name;
}
