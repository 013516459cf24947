import { setTimeout as pause } from 'node:timers/promises';
import type { FaultTally } from './faultTally.ts';
import { inLanes } from './lanes.ts';
import type { SurvivalReport } from './survivalReport.ts';
import { inWorld, type SurvivalWorld } from './survivalWorld.ts';
import type { WindowOrders } from './windowOrders.ts';

/** How often windows are killed: 300 runs without a violation bound its rate near one in a hundred. */
const kills = Number(process.env.TIEBREAK_SURVIVAL_RUNS ?? 300);

type Version = Pick<WindowOrders, 'sqliteVersion'>;
const newest: Version = {};
/** An older VS Code has one that corrupts a write-ahead log, so the ledger does not use it there. */
const older: Version = { sqliteVersion: '3.50.4' };

const ten = Array.from({ length: 10 }, (_, index) => index);

/** After so many kills all is looked through, and another ledger begun, so that each look is short. */
const killsOfLedger = 30;

/** Windows that write at once, each killed at a random moment and replaced by another. */
export function killedAtAnyMoment(report: SurvivalReport): void {
  for (const [words, windows, runs] of [
    ['one window', [newest], Math.ceil(kills / 3)],
    ['two windows at once', [newest, newest], kills],
    ['ten windows at once', ten.map(() => newest), kills],
    // Where nobody reads while one writes, ten take their time.
    ['ten windows at once, with a rollback journal', ten.map(() => older), Math.ceil(kills / 10)],
    [
      'ten windows at once, of two versions of SQLite',
      ten.map((index) => (index % 2 === 0 ? older : newest)),
      Math.ceil(kills / 3),
    ],
  ] as const) {
    report.fault(`killed at any moment, ${words}`, async (tally) => {
      for (let done = 0; done < runs; done += killsOfLedger) {
        await inWorld((world) => killAndReplace(world, windows, Math.min(killsOfLedger, runs - done), tally));
      }
    });
  }
  for (const [words, prepare] of [
    ['making the ledger', () => undefined],
    ['upgrading it', (world: SurvivalWorld) => world.writeOldLedger(1_000)],
  ] as const) {
    report.fault(`killed at any moment of ${words}`, async (tally) => {
      const moments = new KillMoments();
      await inLanes(Array.from({ length: Math.ceil(kills / 3) }), 3, () =>
        inWorld(async (world) => {
          prepare(world);
          const child = world.startWindow({ requests: 1, end: null });
          await child.printed(1);
          await moments.pass();
          await child.kill();
          moments.learn(child.lines().length > 1);
          tally.count(await world.aftermath());
        }),
      );
    });
  }
}

async function killAndReplace(
  world: SurvivalWorld,
  windows: readonly Version[],
  runs: number,
  tally: FaultTally,
): Promise<void> {
  let left = runs;
  const place = async (version: Version) => {
    while (left > 0) {
      left -= 1;
      const child = world.startWindow({ ...version, requests: null, end: null });
      await child.printed(2);
      await pause(Math.random() * 20);
      await child.kill();
      tally.count(left === 0 ? await world.violations() : []);
    }
  };
  await Promise.all(windows.map(place));
  tally.add(await world.aftermath());
}

/**
 * Random moments of something whose length is not known: the span that they are drawn from shrinks whenever one came too
 * late, and grows whenever one did not, so that on any machine most hit it, early, in the middle and late.
 */
class KillMoments {
  private span = 20;

  /** Resolves at a random moment from now on. */
  async pass(): Promise<void> {
    await pause(Math.random() * this.span);
  }

  /** Tells whether a moment came when all was done already. */
  learn(wasLate: boolean): void {
    this.span *= wasLate ? 0.8 : 1.1;
  }
}
