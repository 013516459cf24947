import { writeFileSync } from 'node:fs';
import { setAsideFiles } from './ledgerViolations.ts';
import type { SurvivalReport } from './survivalReport.ts';
import { inWorld } from './survivalWorld.ts';

const rounds = 20;
const windows = 10;

/** Ten windows find the same damage at the same moment: it is set aside once, and all go on in the same new ledger. */
export function damageFoundAtOnce(report: SurvivalReport): void {
  report.fault('damaged file: found by ten windows at once', async (tally) => {
    for (let round = 0; round < rounds; round += 1) {
      await inWorld(async (world) => {
        writeFileSync(world.folder.path, 'This is not a database. '.repeat(400));
        const children = Array.from({ length: windows }, () =>
          world.startWindow({ requests: 5, end: null, waits: true }),
        );
        for (const child of children) await child.printed(1);
        for (const child of children) child.process.stdin?.write('go\n');
        for (const child of children) await child.ended();
        const aside = setAsideFiles(world.folder.path);
        tally.count([
          ...(aside.length === 1 ? [] : [`set aside ${aside.length} times: ${aside.join(', ')}`]),
          ...world.requestViolations(),
        ]);
      });
    }
  });
}
