import type { ArchiveServices } from './archiveServices.ts';
import { deleteSpend } from './deleteSpend.ts';
import { exportSpend } from './exportSpend.ts';
import { importSpend } from './importSpend.ts';

/** What a person can do with the spend of the past. Each asks for everything it needs, and tells how it ended. */
export interface SpendArchiveCommands {
  exportSpend(): Promise<void>;
  importSpend(): Promise<void>;
  deleteSpend(): Promise<void>;
}

/** The commands on one ledger's archive. */
export function createSpendArchive(services: ArchiveServices): SpendArchiveCommands {
  return {
    exportSpend: () => exportSpend(services, null),
    importSpend: () => importSpend(services),
    deleteSpend: () => deleteSpend(services),
  };
}
