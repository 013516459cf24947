import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../../../src/app/ports.ts';
import type { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { LedgerChild } from '../childProcess.ts';
import { LedgerFolder, reservation, settlement, systemClock } from '../ledgerFixture.ts';
import type { SurvivalReport } from './survivalReport.ts';

/** Sums of pauses, in milliseconds: from this on the ledger gives up. It is what a person waits for at most. */
const patience = 3_000;
const longestPause = 125;

/**
 * The machine's clock, which watches the pauses between two tries: how long they were meant to be together, and whether
 * the thread was free in each. A turn of the event loop in every pause means that no try was made without one in between.
 */
class WatchingClock implements Clock {
  waited = 0;
  pauses = 0;
  pausesWithoutTurn = 0;
  private turns = 0;
  private isOver = false;

  readonly now = () => Date.now();

  after(milliseconds: number, callback: () => void): () => void {
    this.waited += milliseconds;
    this.pauses += 1;
    const turnsBefore = this.turns;
    return systemClock.after(milliseconds, () => {
      if (this.turns === turnsBefore) this.pausesWithoutTurn += 1;
      callback();
    });
  }

  /** Counts the turns of the event loop until it is stopped. */
  async count(): Promise<void> {
    while (!this.isOver) {
      this.turns += 1;
      await nextTurn();
    }
  }

  stop(): void {
    this.isOver = true;
  }
}

type Wish = (ledger: SqliteLedger) => Promise<unknown>;

const reserving: Wish = (ledger) => ledger.reserve(reservation(), null);
const writes: readonly (readonly [words: string, wish: Wish, tellsFailure: boolean])[] = [
  ['reserve', reserving, true],
  ['settle', (ledger) => ledger.settle(settlement('nobody')), false],
  ['recordAccepted', (ledger) => ledger.recordAccepted([]), false],
];
const reads: typeof writes = [
  ['totals', (ledger) => ledger.totals(Date.now()), true],
  ['standings', (ledger) => ledger.standings('comparison', Date.now()), true],
  ['typicalOutput', (ledger) => ledger.typicalOutput('openai', 'gpt-5.5', 'fix'), true],
];

/** Another process keeps the file locked: every wish is waited for in pauses that leave the thread free, then given up. */
export function lockedFile(report: SurvivalReport): void {
  for (const [words, against, wishes, isOpen] of [
    ['against writers', 'writers', writes, true],
    ['against everybody', 'everybody', [...writes, ...reads], false],
  ] as const) {
    report.fault(`file locked ${words} for longer than the patience`, async (tally) => {
      const folder = new LedgerFolder();
      const first = folder.open();
      await first.reserve(reservation(), null);
      // Whoever locks everybody out needs the file for himself.
      if (!isOpen) first.dispose();
      const windows = wishes.map(([name, wish, tellsFailure]) => {
        const clock = new WatchingClock();
        return { name, wish, tellsFailure, clock, ledger: folder.open({ clock }) };
      });
      // A window that has the file open finds the lock later than one that is about to open it.
      if (isOpen) for (const { ledger } of windows) await ledger.totals(Date.now());
      const holder = new LedgerChild('holdLock', `${folder.path}|${against}`);
      try {
        await holder.printed(1);
        const waits = windows.map(async ({ name, wish, tellsFailure, clock, ledger }) => {
          const counting = clock.count();
          const result = await wish(ledger);
          clock.stop();
          await counting;
          return waitViolations(clock, tellsFailure ? result : undefined).map((violation) => `${name} ${violation}`);
        });
        const violations = await Promise.all(waits);
        holder.process.stdin?.write('go\n');
        await holder.ended();
        for (const [index, { name, ledger }] of windows.entries()) {
          const failure = await ledger.reserve(reservation(), null);
          const after = failure === null ? [] : [`after ${name} nothing can be reserved: ${JSON.stringify(failure)}`];
          tally.count([...(violations[index] ?? []), ...after]);
        }
      } finally {
        await holder.kill();
        folder.cleanUp();
      }
    });
  }

  report.fault('file locked for a moment', async (tally) => {
    for (let run = 0; run < 10; run += 1) {
      const folder = new LedgerFolder();
      await folder.open().reserve(reservation(), null);
      const holder = new LedgerChild('holdLock', `${folder.path}|writers`);
      try {
        await holder.printed(1);
        const clock = new WatchingClock();
        const reserved = reserving(folder.open({ clock }));
        // Let go once it has found the lock.
        while (clock.pauses === 0) await nextTurn();
        holder.process.stdin?.write('go\n');
        const failure = await reserved;
        tally.count(failure === null ? [] : [`nothing was reserved: ${JSON.stringify(failure)}`]);
      } finally {
        await holder.kill();
        folder.cleanUp();
      }
    }
  });
}

function waitViolations(clock: WatchingClock, failure: unknown): readonly string[] {
  const { waited, pauses, pausesWithoutTurn } = clock;
  const isTold = failure === undefined || JSON.stringify(failure)?.includes('another program keeps it locked') === true;
  return [
    ...(isTold ? [] : [`ended with ${JSON.stringify(failure)}`]),
    ...(waited >= patience && waited <= patience + longestPause ? [] : [`paused for ${waited} ms in all`]),
    ...(pausesWithoutTurn === 0 ? [] : [`held the thread through ${pausesWithoutTurn} of ${pauses} pauses`]),
  ];
}
