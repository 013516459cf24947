import { inLanes } from './lanes.ts';
import type { SurvivalReport } from './survivalReport.ts';
import { inWorld, type SurvivalWorld } from './survivalWorld.ts';
import type { EndingManner } from './windowOrders.ts';

type Prepare = (world: SurvivalWorld) => Promise<void>;

const makingIt: Prepare = async () => {};
const upgradingIt: Prepare = async (world) => world.writeOldLedger(300);
const usingIt: Prepare = async (world) => {
  await world.aftermath();
};

const endings: readonly (readonly [words: string, manner: EndingManner, prepare: Prepare])[] = [
  ['killed at every step of making the ledger', 'killed', makingIt],
  ['killed at every step of upgrading it', 'killed', upgradingIt],
  ['killed at every step of opening, reserving, streaming and settling', 'killed', usingIt],
  ['ended by process.exit at every step', 'exited', usingIt],
  ['crashed by an uncaught exception at every step', 'crashed', usingIt],
];

/** One window, ended before each call of SQLite and between all phases of a request, from opening on. */
export function endedAtEveryStep(report: SurvivalReport): void {
  for (const [words, manner, prepare] of endings) {
    report.fault(words, async (tally) => {
      const steps = Array.from({ length: await countSteps(prepare) }, (_, index) => index + 1);
      await inLanes(steps, 3, (step) =>
        inWorld(async (world) => {
          await prepare(world);
          await world.startWindow({ requests: 2, end: { manner, step } }).closed;
          tally.count(await world.aftermath());
        }),
      );
    });
  }
}

/** How many steps a window takes that is left alone. */
async function countSteps(prepare: Prepare): Promise<number> {
  let steps = 0;
  await inWorld(async (world) => {
    await prepare(world);
    const lines = await world.startWindow({ requests: 2, end: null }).ended();
    steps = Number(lines.at(-1));
  });
  return steps;
}
