import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import { LedgerFolder, reservation, settlement } from '../ledgerFixture.ts';
import { setAsideFiles } from './ledgerViolations.ts';
import type { SurvivalReport } from './survivalReport.ts';

const dollar = 1_000_000_000;
const requests = 60;
/** Nearly gone with what was spent: one more request does not fit, unless something was forgotten. */
const budgets = { ...noBudgets, day: requests * dollar + 1 };

interface Damage {
  readonly words: string;
  readonly runs: number;
  /** Damages the ledger at a path, or what SQLite keeps beside it. */
  readonly inflict: (path: string) => void;
  /** How the last window left the ledger; `closed` if not given, else the newest rows are in the write-ahead log alone. */
  readonly left?: 'closed' | 'open' | 'crashed';
}

const damages: readonly Damage[] = [
  { words: 'header overwritten', runs: 20, inflict: (path) => overwrite(path, 0, 100) },
  {
    words: 'header overwritten, open elsewhere',
    runs: 20,
    inflict: (path) => overwrite(path, 0, 100),
    left: 'open',
  },
  { words: 'cut to nothing', runs: 10, inflict: (path) => truncateSync(path, 0) },
  { words: 'cut to nothing, open elsewhere', runs: 10, inflict: (path) => truncateSync(path, 0), left: 'open' },
  { words: 'cut somewhere', runs: 20, inflict: cut },
  { words: 'cut somewhere, open elsewhere', runs: 20, inflict: cut, left: 'open' },
  { words: 'a page overwritten', runs: 40, inflict: overwritePage },
  { words: 'a page overwritten, open elsewhere', runs: 40, inflict: overwritePage, left: 'open' },
  { words: 'replaced by a text', runs: 10, inflict: (path) => writeFileSync(path, 'This is not a database.\n') },
  { words: 'write-ahead log overwritten', runs: 20, inflict: (path) => overwrite(`${path}-wal`, 0, 4096) },
  {
    words: 'write-ahead log overwritten, open elsewhere',
    runs: 20,
    inflict: (path) => overwrite(`${path}-wal`, 0, 4096),
    left: 'open',
  },
  {
    words: 'write-ahead log overwritten after a crash',
    runs: 20,
    inflict: (path) => overwrite(`${path}-wal`, 0, 4096),
    left: 'crashed',
  },
];

/** A ledger that is damaged is set aside whole, said aloud, and no budget forgets what was in it. */
export function corruptFile(report: SurvivalReport): void {
  for (const { words, runs, ...damage } of damages) {
    report.fault(`damaged file: ${words}`, async (tally) => {
      for (let run = 0; run < runs; run += 1) tally.count(await inFolder((folder) => damaged(folder, damage)));
    });
  }
  report.fault('a folder in the place of the file', async (tally) => {
    tally.count(await inFolder(folderInItsPlace));
  });
}

async function inFolder(live: (folder: LedgerFolder) => Promise<readonly string[]>): Promise<readonly string[]> {
  const folder = new LedgerFolder();
  try {
    return await live(folder);
  } finally {
    folder.cleanUp();
  }
}

async function damaged(
  folder: LedgerFolder,
  { inflict, left = 'closed' }: Pick<Damage, 'inflict' | 'left'>,
): Promise<readonly string[]> {
  const other = folder.open();
  for (let sent = 0; sent < requests; sent += 1) {
    const request = reservation({ upperBound: dollar });
    await other.reserve(request, null);
    await other.settle(settlement(request.requestId, { costNanoDollars: dollar }));
  }
  const underWay = reservation({ upperBound: 1 });
  await other.reserve(underWay, null);
  if (left === 'crashed') {
    const files = [folder.path, `${folder.path}-wal`].map((path) => ({ path, bytes: readFileSync(path) }));
    other.dispose();
    for (const { path, bytes } of files) writeFileSync(path, bytes);
  } else if (left === 'closed') other.dispose();
  inflict(folder.path);
  const before = bytesOf(folder);

  const told: string[] = [];
  const ledger = folder.open();
  for (const each of [ledger, other]) each.onDidRecover((path) => told.push(path));
  const violations: string[] = [];
  const expect = (holds: boolean, violation: string) => {
    if (!holds) violations.push(violation);
  };
  const refused = await ledger.reserve(reservation({ upperBound: dollar }), budgets);
  const aside = setAsideFiles(folder.path);
  // What SQLite does not come by, and sums do not need, may stay unnoticed; what was spent is not forgotten.
  expect(
    refused?.kind === (aside.length > 0 ? 'budget-unknown' : 'budget-reached'),
    `a used budget and ${aside.length} files set aside: ${JSON.stringify(refused)}`,
  );
  expect(told.length > 0 === aside.length > 0, `${aside.length} files set aside, and ${told.length} times told`);
  expect(
    told.every((path) => existsSync(path)),
    `told of a file that is not there: ${told}`,
  );
  if (aside.length > 0 && left !== 'open') expect(isKept(before, folder), 'what was set aside is not what was there');

  const next = reservation({ upperBound: dollar });
  const failure = await ledger.reserve(next, null);
  expect(failure === null, `nothing can be sent afterwards: ${JSON.stringify(failure)}`);
  await ledger.settle(settlement(next.requestId));
  await other.settle(settlement(underWay.requestId));
  // A page that nothing came by is still damaged, and known to nobody.
  if (aside.length === 0) return violations;
  for (const id of [next.requestId, underWay.requestId]) {
    const rows = folder.query(`SELECT outcome FROM requests WHERE request_id = '${id}'`);
    expect(rows.length === 1 && rows[0]?.outcome === 'complete', `request ${id} is there as ${JSON.stringify(rows)}`);
  }
  expect(folder.query('PRAGMA integrity_check')[0]?.integrity_check === 'ok', 'the new ledger is not whole');
  return violations;
}

async function folderInItsPlace(folder: LedgerFolder): Promise<readonly string[]> {
  mkdirSync(folder.path);
  writeFileSync(join(folder.path, 'note.txt'), 'Mine.');
  const failure = await folder.open().reserve(reservation(), null);
  const violations = failure?.kind === 'ledger-unavailable' ? [] : [`reserved in a folder: ${JSON.stringify(failure)}`];
  if (readFileSync(join(folder.path, 'note.txt'), 'utf8') !== 'Mine.') violations.push('the folder was changed');
  return violations;
}

function bytesOf({ directory }: LedgerFolder): readonly Buffer[] {
  return readdirSync(directory)
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => readFileSync(join(directory, name)));
}

/** Every file is still there to the byte, whatever its name. */
function isKept(before: readonly Buffer[], folder: LedgerFolder): boolean {
  const after = bytesOf(folder);
  return before.every((bytes) => after.some((other) => other.equals(bytes)));
}

function overwrite(path: string, from: number, length: number): void {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(length);
  randomBytes(Math.min(length, bytes.length - from)).copy(bytes, from);
  writeFileSync(path, bytes);
}

/** Neither empty nor whole. */
function cut(path: string): void {
  truncateSync(path, randomInt(1, readFileSync(path).length));
}

function overwritePage(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  database.close();
  const pageSize = 4096;
  overwrite(path, pageSize * randomInt(0, readFileSync(path).length / pageSize), pageSize);
}
