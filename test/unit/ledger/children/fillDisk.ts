import { randomUUID } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../../../src/core/failure.ts';
import { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { quietLog, reservation, settlement, systemClock } from '../ledgerFixture.ts';
import type { RequestFacts } from '../survival/facts.ts';
import { ledgerViolations } from '../survival/ledgerViolations.ts';
import { instant } from '../survival/survivalWorld.ts';
import { writeVersion1 } from '../survival/version1Ledger.ts';

// Fills the small disk that it runs on, up to a number of free blocks, uses the ledger until it is full, frees it, and
// uses the ledger again. Prints each violation, then `full N` with how many steps failed on the full disk, then `done`.
// Argument: disk|when|blocks: `making` a ledger, `upgrading` one, `using` an open one.
const [disk = '', when = '', blocks = '0'] = (process.argv[2] ?? '').split('|');
const path = join(disk, 'ledger.sqlite');
const filler = join(disk, 'filler');
const facts = new Map<string, RequestFacts>();
let failed = 0;

function openLedger(): SqliteLedger {
  const ledger = new SqliteLedger({
    directory: disk,
    clock: systemClock,
    log: quietLog,
    sessionId: randomUUID(),
    workspace: null,
  });
  ledger.onDidRecover((aside) => violate(`a full disk was taken for damage: ${aside}`));
  return ledger;
}

function violate(violation: string): void {
  process.stdout.write(`${violation}\n`);
}

/** Leaves so many blocks free. */
function fill(free: number): void {
  const { bsize } = statfsSync(disk);
  const file = openSync(filler, 'w');
  const block = Buffer.alloc(bsize, 1);
  let written = 0;
  try {
    for (;;) written += writeSync(file, block);
  } catch {
    // No space left.
  }
  ftruncateSync(file, Math.max(0, written - free * bsize));
  closeSync(file);
}

async function reserve(ledger: SqliteLedger): Promise<string | null> {
  const request = reservation({ startedAt: instant, upperBound: 900 });
  facts.set(request.requestId, { bound: 900, step: 'reserving', cost: null });
  const failure: Failure | null = await ledger.reserve(request, null);
  if (failure === null) {
    facts.set(request.requestId, { bound: 900, step: 'reserved', cost: null });
    return request.requestId;
  }
  failed += 1;
  if (failure.kind !== 'ledger-unavailable') violate(`refused with ${JSON.stringify(failure)}`);
  return null;
}

/** Nobody tells whether it was written: on a full disk it counts as unknown, with its bound, until it can be. */
async function settle(ledger: SqliteLedger, requestId: string): Promise<void> {
  facts.set(requestId, { bound: 900, step: 'settling', cost: 500 });
  await ledger.settle(settlement(requestId, { endedAt: instant, costNanoDollars: 500 }));
}

async function check(ledger: SqliteLedger, moment: string): Promise<void> {
  for (const violation of ledgerViolations(path, () => facts)) violate(`${moment}: ${violation}`);
  const standings = await ledger.standings('comparison', instant);
  if ('kind' in standings) return violate(`${moment}: ${JSON.stringify(standings)}`);
  const { settled, reserved } = standings.day;
  const sent = [...facts.values()].filter(({ step }) => step !== 'reserving').length;
  // Each counts with what it cost or with its bound, whatever could be written.
  if (settled + (reserved ?? 0) < sent * 500)
    violate(`${moment}: ${sent} requests stand at ${settled} and ${reserved}`);
}

if (when === 'upgrading') {
  const requests = Array.from({ length: 200 }, (_, index) => ({ id: `old-${index}`, bound: 900, cost: null }));
  writeVersion1(path, requests, instant);
  for (const { id } of requests) facts.set(id, { bound: 900, step: 'reserved', cost: null });
}
let ledger = openLedger();
const early = when === 'using' ? await reserve(ledger) : null;
fill(Number(blocks));
const sent: string[] = early === null ? [] : [early];
for (let tries = 0; tries < 200 && failed < 3; tries += 1) {
  const requestId = await reserve(ledger);
  if (requestId === null) continue;
  sent.push(requestId);
  if (tries % 2 === 0) await settle(ledger, requestId);
}
for (const requestId of sent) await settle(ledger, requestId);
process.stdout.write(`full ${failed}\n`);
rmSync(filler);
await check(ledger, 'freed');
ledger.dispose();
// What could not be written on the full disk was owed, and is written by now.
for (const requestId of sent) facts.set(requestId, { bound: 900, step: 'settled', cost: 500 });
ledger = openLedger();
const last = await reserve(ledger);
if (last === null) violate('nothing can be reserved on the freed disk');
else await settle(ledger, last);
await check(ledger, 'opened again');
ledger.dispose();
for (const name of readdirSync(disk)) if (name.endsWith('.tmp')) violate(`${name} was left behind`);
process.stdout.write('done\n');
