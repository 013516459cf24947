import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Failure } from '../../../../src/core/failure.ts';
import { schemaVersion } from '../../../../src/ledger/schema/schema.ts';
import { known, LedgerFolder, only, reservation, settlement } from '../ledgerFixture.ts';
import { setAsideFiles } from './ledgerViolations.ts';
import type { SurvivalReport } from './survivalReport.ts';
import { withoutRights } from './withoutRights.ts';

type Live = (folder: LedgerFolder) => Promise<readonly string[]>;

/** How often each is done, since windows find it at different moments. */
const runs = 10;

/** What else may stand in the place of the ledger: one of a newer version, one that cannot be written, another, none. */
export function otherFiles(report: SurvivalReport): void {
  for (const [words, live] of [
    ['schema of a newer version', newerSchema],
    ['file without write access', (folder) => readOnly(folder, 'file')],
    ['folder without write access', (folder) => readOnly(folder, 'folder')],
    ['folder missing', folderMissing],
    ['file deleted while open', (folder) => deleted(folder, false)],
    ['file deleted while open, its log left', (folder) => deleted(folder, true)],
    ['file replaced while open', replaced],
  ] as const satisfies readonly (readonly [string, Live])[]) {
    report.fault(words, async (tally) => {
      for (let run = 0; run < runs; run += 1) {
        const folder = new LedgerFolder();
        try {
          tally.count(await live(folder));
        } finally {
          folder.cleanUp();
        }
      }
    });
  }
}

async function newerSchema(folder: LedgerFolder): Promise<readonly string[]> {
  const first = folder.open();
  await first.reserve(reservation(), null);
  first.dispose();
  folder.query(`PRAGMA user_version = ${schemaVersion + 1}`);
  const before = contentOf(folder);
  const ledger = folder.open();
  const failure = await ledger.reserve(reservation(), null);
  await ledger.settle(settlement('nobody'));
  await ledger.totals(Date.now());
  ledger.dispose();
  return [...whyNotUnavailable(failure), ...(contentOf(folder) === before ? [] : ['the newer ledger was touched'])];
}

async function readOnly(folder: LedgerFolder, what: 'file' | 'folder'): Promise<readonly string[]> {
  const first = folder.open();
  const underWay = reservation();
  await first.reserve(underWay, null);
  first.dispose();
  const before = readFileSync(folder.path);
  const ledger = folder.open();
  const failure = await withoutRights(folder, what, async () => {
    const refused = await ledger.reserve(reservation(), null);
    await ledger.settle(settlement(underWay.requestId));
    return refused;
  });
  const isSame = readFileSync(folder.path).equals(before);
  const after = await ledger.reserve(reservation(), null);
  return [
    ...whyNotUnavailable(failure),
    ...(isSame ? [] : ['the file was changed']),
    ...setAsideFiles(folder.path).map((name) => `taken for damage: ${name}`),
    ...(after === null ? [] : [`with the right back nothing can be reserved: ${JSON.stringify(after)}`]),
  ];
}

async function folderMissing(folder: LedgerFolder): Promise<readonly string[]> {
  const ledger = folder.open({ directory: join(folder.directory, 'not', 'there') });
  const failure = await ledger.reserve(reservation(), null);
  ledger.dispose();
  rmSync(join(folder.directory, 'not'), { recursive: true });
  const again = await ledger.reserve(reservation(), null);
  return [failure, again].flatMap((each) => (each === null ? [] : [JSON.stringify(each)]));
}

/** Whoever deletes the ledger wants a new one. What only its log held is a loss, and is told. */
async function deleted(folder: LedgerFolder, isLogLeft: boolean): Promise<readonly string[]> {
  const [one, other] = [folder.open(), folder.open()];
  const told: string[] = [];
  for (const window of [one, other]) window.onDidRecover((path) => told.push(path));
  const underWay = reservation();
  await one.reserve(underWay, null);
  await other.totals(Date.now());
  for (const name of readdirSync(folder.directory)) {
    if (!isLogLeft || name === 'ledger.sqlite') rmSync(join(folder.directory, name));
  }
  const failures = [await other.reserve(reservation(), null), await one.reserve(reservation(), null)];
  await one.settle(settlement(underWay.requestId));
  const { requests, unknownRequests } = only(known(await folder.open().totals(Date.now())).today);
  return [
    ...failures.flatMap((failure) => (failure === null ? [] : [JSON.stringify(failure)])),
    ...(requests === 3 && unknownRequests === 2 ? [] : [`${requests} requests, ${unknownRequests} of them unknown`]),
    ...(told.length === (isLogLeft ? 1 : 0) ? [] : [`told ${told.length} times of a loss`]),
    ...told.filter((path) => !existsSync(path)).map((path) => `${path} is not there`),
    ...whyNotWhole(folder),
  ];
}

/** As when a copy of yesterday is put back: windows go on in it, and what they have under way is written there. */
async function replaced(folder: LedgerFolder): Promise<readonly string[]> {
  const first = folder.open();
  await first.reserve(reservation(), null);
  first.dispose();
  const copy = `${folder.path}.yesterday`;
  copyFileSync(folder.path, copy);
  const [one, other] = [folder.open(), folder.open()];
  const underWay = reservation();
  await one.reserve(underWay, null);
  await other.reserve(reservation(), null);
  for (const suffix of ['-wal', '-shm']) rmSync(folder.path + suffix, { force: true });
  renameSync(copy, folder.path);
  const failure = await other.reserve(reservation(), null);
  await one.settle(settlement(underWay.requestId));
  const { requests, unknownRequests } = only(known(await folder.open().totals(Date.now())).today);
  return [
    ...(failure === null ? [] : [JSON.stringify(failure)]),
    ...(requests === 3 && unknownRequests === 2 ? [] : [`${requests} requests, ${unknownRequests} of them unknown`]),
    ...setAsideFiles(folder.path).map((name) => `taken for damage: ${name}`),
    ...whyNotWhole(folder),
  ];
}

function whyNotUnavailable(failure: Failure | null): readonly string[] {
  return failure?.kind === 'ledger-unavailable' ? [] : [`ended with ${JSON.stringify(failure)}`];
}

function whyNotWhole({ path }: LedgerFolder): readonly string[] {
  const database = new DatabaseSync(path);
  const verdict = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
  database.close();
  return verdict === 'ok' ? [] : [`integrity_check: ${String(verdict)}`];
}

/** Every file of the folder with its bytes, as one text. */
function contentOf({ directory }: LedgerFolder): string {
  const names = readdirSync(directory).sort();
  return names.map((name) => `${name} ${readFileSync(join(directory, name)).toString('base64')}`).join('\n');
}
