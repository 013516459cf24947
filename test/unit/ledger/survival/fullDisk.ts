import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerChild } from '../childProcess.ts';
import { inLanes } from './lanes.ts';
import { smallDisk } from './smallDisk.ts';
import type { SurvivalReport } from './survivalReport.ts';

/** Blocks that are left free, from none to enough for a few requests: so the disk is full at every step once. */
const freeBlocks = Array.from({ length: 40 }, (_, index) => index);

/** A real disk that is full: nothing is sent, nothing is lost or taken for damage, and a freed one works again. */
export function fullDisk(report: SurvivalReport): void {
  for (const [words, when] of [
    ['making the ledger', 'making'],
    ['upgrading it', 'upgrading'],
    ['using it', 'using'],
  ] as const) {
    report.fault(`disk full while ${words}`, async (tally) => {
      const directory = mkdtempSync(join(tmpdir(), 'tiebreak-disk-'));
      try {
        const { command } = smallDisk(directory);
        await inLanes(freeBlocks, 3, async (blocks) => {
          const child = new LedgerChild('fillDisk', `${directory}|${when}|${blocks}`, { DISK: directory }, command);
          const lines = await child.ended();
          const full = lines.find((line) => line.startsWith('full '));
          const violations = lines.slice(0, -1).filter((line) => line !== full);
          if (lines.at(-1) !== 'done') violations.push('the run broke off');
          if (full === 'full 0') violations.push('the disk never was full');
          tally.count(violations.map((violation) => `with ${blocks} blocks free: ${violation}`));
        });
      } finally {
        rmdirSync(directory);
      }
    });
  }
}
