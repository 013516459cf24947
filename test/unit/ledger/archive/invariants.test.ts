import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AcceptedChanges, Reservation } from '../../../../src/app/ledgerPorts.ts';
import type { SqliteArchive } from '../../../../src/ledger/archive/sqliteArchive.ts';
import type { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { disagreements, LedgerFolder, reservation, settlement } from '../ledgerFixture.ts';
import { allTime, archiveOf, everything, found, seededRandom } from './archiveFixture.ts';

const hour = 60 * 60 * 1000;
const beginning = Date.UTC(2026, 9, 1);
const span = 60 * 24 * hour;

/** Does things to a ledger by chance, the same with the same seed. */
class Happenings {
  private readonly random: () => number;
  private readonly ledger: SqliteLedger;
  private readonly archive: SqliteArchive;
  private readonly open: Reservation[] = [];

  constructor(seed: number, ledger: SqliteLedger) {
    this.random = seededRandom(seed);
    this.ledger = ledger;
    this.archive = archiveOf(ledger);
  }

  async next(other: SqliteArchive): Promise<void> {
    const chance = this.random();
    if (chance < 0.45) await this.reserve();
    else if (chance < 0.75) await this.settle();
    else if (chance < 0.85) await this.ledger.recordAccepted([this.accepted()]);
    else if (chance < 0.95) found(await this.archive.add(await everything(other, this.period())));
    else found(await this.archive.remove(this.period()));
  }

  private async reserve(): Promise<void> {
    const request = reservation({
      startedAt: this.instant(),
      taskKind: this.random() < 0.5 ? 'fix' : 'ask',
      model: `gpt-5.${Math.floor(this.random() * 3)}`,
      scripted: this.random() < 0.2,
      workspace: this.random() < 0.5 ? null : { id: 'a', name: 'Alpha' },
      upperBound: this.random() < 0.2 ? null : this.below(1e9),
    });
    await this.ledger.reserve(request, null);
    this.open.push(request);
  }

  private async settle(): Promise<void> {
    const [request] = this.open.splice(this.below(this.open.length), 1);
    if (request === undefined) return;
    const costNanoDollars = this.random() < 0.3 ? null : this.below(1e9);
    await this.ledger.settle(
      settlement(request.requestId, {
        endedAt: request.startedAt + this.below(1e5),
        usage: this.random() < 0.2 ? null : settlement('').usage,
        costNanoDollars,
        cacheSavings: costNanoDollars === null ? null : this.below(1e6) - 5e5,
        upperBound: this.random() < 0.5 ? null : this.below(1e9),
        rawUsage: this.random() < 0.3 ? null : { count: this.below(1e6) },
      }),
    );
  }

  private accepted(): AcceptedChanges {
    const { side, provider, model, scripted, taskKind, workspace, comparisonId } = reservation();
    const facts = { side, provider, model, scripted, taskKind, workspace, comparisonId };
    return { ...facts, changeId: randomUUID(), hunks: this.below(9), acceptedAt: this.instant() };
  }

  private period() {
    const start = this.instant();
    return { start, end: start + this.below(span / 4) };
  }

  private instant(): number {
    return beginning + this.below(span);
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}

describe('the invariants of the archive', function () {
  this.timeout(60_000);
  for (const seed of [1, 2, 3, 4, 5]) {
    it(`hold after whatever happens (seed ${seed})`, async () => {
      const folders = [new LedgerFolder(), new LedgerFolder(), new LedgerFolder()] as const;
      try {
        const [here, there, empty] = folders;
        const [ledger, other] = [here.open(), there.open()];
        const [archive, otherArchive] = [archiveOf(ledger), archiveOf(other)];
        const happenings = new Happenings(seed, ledger);
        const others = new Happenings(seed + 100, other);
        for (let count = 0; count < 150; count += 1) {
          await happenings.next(otherArchive);
          await others.next(archive);
          if (count % 10 === 9) assert.deepEqual(disagreements(here), [], `after ${count}`);
        }
        assert.deepEqual(disagreements(there), []);

        const exported = await everything(archive);
        assert.ok(exported.requests.length > 10 && exported.accepted.length > 1);
        const third = archiveOf(empty.open());
        const entries = exported.requests.length + exported.accepted.length;
        assert.deepEqual(await third.add(exported), { added: entries, settled: 0, known: 0 });
        assert.deepEqual(await everything(third), exported);
        assert.deepEqual(await third.add(exported), { added: 0, settled: 0, known: entries });
        assert.deepEqual(await everything(third), exported);
        assert.deepEqual(disagreements(empty), []);
        const counted = found(await archive.count(allTime));
        assert.deepEqual(await third.count(allTime), counted);
        assert.equal(counted.requests, exported.requests.length);
        assert.deepEqual(await third.report(allTime), await archive.report(allTime));
      } finally {
        for (const folder of folders) folder.cleanUp();
      }
    });
  }
});
