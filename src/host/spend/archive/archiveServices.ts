import type { LedgerArchive } from '../../../app/archivePorts.ts';
import type { Clock, Log } from '../../../app/ports.ts';

/** What exporting, importing and deleting spend need around them. */
export interface ArchiveServices {
  readonly archive: LedgerArchive;
  readonly clock: Clock;
  readonly log: Log & { show(): void };
}
