import { statfsSync } from 'node:fs';

/** How SQLite makes a transaction atomic. */
type JournalMode = 'wal' | 'delete';

/**
 * The journal mode that is safe here. A write-ahead log is faster, and lets windows read while one writes. But SQLite
 * before 3.51.3 can corrupt the file when several processes write and checkpoint at once (mended also in 3.50.7 and
 * 3.44.6), and a write-ahead log needs shared memory, which no network file system has.
 */
export function safeJournalMode(sqliteVersion: string, directory: string): JournalMode {
  return hasSafeWriteAheadLog(sqliteVersion) && !isOnNetwork(directory) ? 'wal' : 'delete';
}

/** True for the versions without the bug described above. @param sqliteVersion e.g. `3.51.3` */
export function hasSafeWriteAheadLog(sqliteVersion: string): boolean {
  const [major = 0, minor = 0, patch = 0] = sqliteVersion.split('.').map(Number);
  if (major !== 3) return major > 3;
  if (minor === 44) return patch >= 6;
  if (minor === 50) return patch >= 7;
  return minor > 51 || (minor === 51 && patch >= 3);
}

/** Linux's `statfs` types of file systems whose other end is on another machine, or may be. */
const networkFileSystems: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xfe534d42, // SMB 2
  0xff534d42, // CIFS
  0x01021997, // 9P: a host's folder in WSL or a virtual machine
  0x65735546, // FUSE: sshfs among others
  0x00c36400, // Ceph
  0x5346414f, // AFS
  0x0bd00bd0, // Lustre
]);

function isOnNetwork(directory: string): boolean {
  if (process.platform === 'win32') return directory.startsWith('\\\\');
  // Elsewhere the numbers mean something else, and homes on a network are rare.
  if (process.platform !== 'linux') return false;
  return networkFileSystems.has(statfsSync(directory).type >>> 0);
}
