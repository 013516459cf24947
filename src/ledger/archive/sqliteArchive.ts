import type {
  ArchivedRequest,
  ArchivePart,
  ImportCount,
  LedgerArchive,
  LedgerRequest,
  PeriodCount,
  RemovedCount,
  RequestFilter,
  RequestPage,
  SpendReport,
} from '../../app/archivePorts.ts';
import type { AcceptedChanges } from '../../app/ledgerPorts.ts';
import type { Failure } from '../../core/failure.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import { localDay } from '../../core/spend/localPeriods.ts';
import { text, textOrNull } from '../columns.ts';
import type { LedgerAccess } from '../ledgerAccess.ts';
import { inTransaction } from '../transaction.ts';
import { readAccepted } from './acceptedPages.ts';
import { addEntries } from './addedEntries.ts';
import { readDaySums } from './daySums.ts';
import { findRequests } from './foundRequests.ts';
import { countPeriod, readExtent } from './periodCount.ts';
import { removeEntries } from './removedEntries.ts';
import { ReportSums } from './reportSums.ts';
import type { RequestPart, RequestPlace } from './requestParts.ts';
import { readRequests } from './requestParts.ts';
import { usageObject } from './requestRecord.ts';
import { letOthersWork } from './turns.ts';

/** The most entries that a part of an export has. */
const longestPart = 500;

/** How many times one call looks on where a filter finds little. */
const longestSearch = 20;

/** The past of the ledger in the same file. Every read and write is short; between them others have their turn. */
export class SqliteArchive implements LedgerArchive {
  private readonly access: LedgerAccess;

  constructor(access: LedgerAccess) {
    this.access = access;
  }

  async report(period: Period): Promise<SpendReport | Failure> {
    const start = localDay(period.start).start;
    const whole = { start, end: localDay(Math.max(period.start, period.end - 1)).end };
    const sums = new ReportSums();
    for (let next: number | null = start; next !== null; await letOthersWork()) {
      const from: number = next;
      const read = await this.access.read((file) => readDaySums(file.database, { start: from, end: whole.end }));
      if ('kind' in read) return read;
      for (const { day, spend } of read.days) sums.addDay(day, spend);
      next = read.next;
    }
    for await (const changes of this.accepted(whole)) {
      if ('kind' in changes) return changes;
      for (const each of changes) sums.addAccepted(each);
    }
    const names = await this.access.read(({ database }) =>
      database
        .prepare('SELECT * FROM workspaces')
        .all()
        .map((row) => [text(row, 'workspace_id'), text(row, 'name')] as const),
    );
    return 'kind' in names ? names : sums.report(whole, new Map(names));
  }

  extent(): Promise<Period | null | Failure> {
    return this.access.read((file) => readExtent(file.database));
  }

  async requests(filter: RequestFilter, before: number | null, limit: number): Promise<RequestPage | Failure> {
    const requests: LedgerRequest[] = [];
    let next = before;
    for (let search = 0; search < longestSearch; search += 1) {
      if (search > 0) await letOthersWork();
      const from = next;
      const wanted = limit - requests.length;
      const page = await this.access.read((file) => findRequests(file.database, filter, from, wanted));
      if ('kind' in page) return page;
      requests.push(...page.requests);
      next = page.next;
      if (next === null || requests.length >= limit) break;
    }
    return { requests, next };
  }

  rawUsage(requestId: string): Promise<{ readonly raw: unknown } | Failure> {
    return this.access.read(({ database }) => {
      const row = database.prepare('SELECT raw_usage FROM requests WHERE request_id = ?').get(requestId);
      return { raw: row === undefined ? null : usageObject(textOrNull(row, 'raw_usage')) };
    });
  }

  count(period: Period): Promise<PeriodCount | Failure> {
    return this.access.read((file) => countPeriod(file.database, period));
  }

  async *entries(period: Period): AsyncGenerator<ArchivePart | Failure> {
    for await (const requests of this.archivedRequests(period)) {
      yield 'kind' in requests ? requests : { requests, accepted: [] };
      if ('kind' in requests) return;
    }
    for await (const accepted of this.accepted(period)) {
      yield 'kind' in accepted ? accepted : { requests: [], accepted };
    }
  }

  async add(part: ArchivePart): Promise<ImportCount | Failure> {
    const now = this.access.clock.now();
    try {
      const count = await this.access.perform((file) =>
        inTransaction(file.database, () => addEntries(file, part, now)),
      );
      if (count.added + count.settled > 0) this.access.tellChange();
      return count;
    } catch (error) {
      return this.access.unavailable('An import could not be written to the ledger.', error);
    }
  }

  async remove(period: Period): Promise<RemovedCount | Failure> {
    const total = { requests: 0, accepted: 0 };
    const now = this.access.clock.now();
    try {
      for (let isDone = false; !isDone; await letOthersWork()) {
        const removed = await this.access.perform((file) =>
          inTransaction(file.database, () => removeEntries(file.database, period, now)),
        );
        total.requests += removed.requests;
        total.accepted += removed.accepted;
        isDone = removed.isDone;
      }
      return total;
    } catch (error) {
      return this.access.unavailable('Entries could not be removed from the ledger.', error);
    } finally {
      this.access.tellChange();
    }
  }

  private async *archivedRequests(period: Period): AsyncGenerator<readonly ArchivedRequest[] | Failure> {
    for (let after: RequestPlace | null | 'start' = 'start'; after !== null; await letOthersWork()) {
      const from: RequestPlace | null = after === 'start' ? null : after;
      const part = await this.requestsAfter(period, from);
      if ('kind' in part) return yield part;
      if (part.requests.length > 0) yield part.requests;
      after = part.last;
    }
  }

  private async *accepted(period: Period): AsyncGenerator<readonly AcceptedChanges[] | Failure> {
    for (let after: AcceptedChanges | null | 'start' = 'start'; after !== null; await letOthersWork()) {
      const from: AcceptedChanges | null = after === 'start' ? null : after;
      const changes = await this.acceptedAfter(period, from);
      if ('kind' in changes) return yield changes;
      if (changes.length > 0) yield changes;
      after = changes.length < longestPart ? null : (changes.at(-1) ?? null);
    }
  }

  private requestsAfter(period: Period, after: RequestPlace | null): Promise<RequestPart | Failure> {
    return this.access.read((file) => readRequests(file.database, period, after, longestPart));
  }

  private acceptedAfter(period: Period, after: AcceptedChanges | null): Promise<readonly AcceptedChanges[] | Failure> {
    return this.access.read((file) => readAccepted(file.database, period, after, longestPart));
  }
}
