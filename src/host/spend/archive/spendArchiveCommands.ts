import type { ArchiveServices } from './archiveServices.ts';
import { givenPeriod } from './chosenPeriods.ts';
import { deleteSpend } from './deleteSpend.ts';
import { exportSpend } from './exportSpend.ts';
import { importSpend } from './importSpend.ts';

/**
 * What a person can do with the spend of the past. Each asks for everything it needs, and tells how it ended. Whoever
 * shows a period may give it as `{ start, end }` in milliseconds since the epoch: it is offered first then. What is
 * anything else counts as not given.
 */
export interface SpendArchiveCommands {
  exportSpend(shown: unknown): Promise<void>;
  importSpend(): Promise<void>;
  deleteSpend(shown: unknown): Promise<void>;
}

/** The commands on one ledger's archive. */
export function createSpendArchive(services: ArchiveServices): SpendArchiveCommands {
  return {
    exportSpend: (shown) => exportSpend(services, givenPeriod(shown)),
    importSpend: () => importSpend(services),
    deleteSpend: (shown) => deleteSpend(services, givenPeriod(shown)),
  };
}
