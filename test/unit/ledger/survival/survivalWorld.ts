import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerChild } from '../childProcess.ts';
import { LedgerFolder, reservation, settlement } from '../ledgerFixture.ts';
import { complaints, FactsFile, requestFacts } from './facts.ts';
import { copyViolations, ledgerViolations, setAsideFiles } from './ledgerViolations.ts';
import { writeVersion1 } from './version1Ledger.ts';
import type { WindowOrders } from './windowOrders.ts';

/** When everything happens: no test turns with the hour it runs at. */
export const instant = Date.UTC(2026, 10, 22, 12);

/** A ledger's folder, the windows that write to it, and the facts that they keep elsewhere. */
export class SurvivalWorld {
  readonly folder = new LedgerFolder();
  private readonly factsFolder = mkdtempSync(join(tmpdir(), 'tiebreak-facts-'));
  private readonly factsFiles: FactsFile[] = [];
  private readonly children: LedgerChild[] = [];
  /** How many requests the ledger held that is to be upgraded; null where there was none. */
  private oldRequests: number | null = null;

  /** Starts a window as a process of its own. */
  startWindow(orders: Omit<WindowOrders, 'directory' | 'factsPath' | 'instant'>): LedgerChild {
    const child = new LedgerChild(
      'survivingWindow',
      JSON.stringify({
        ...orders,
        directory: this.folder.directory,
        factsPath: this.newFacts().path,
        instant,
      } satisfies WindowOrders),
    );
    this.children.push(child);
    return child;
  }

  /** Leaves a ledger of version 0.2.0, with as many requests, every third of which was never settled. */
  writeOldLedger(count: number): void {
    const requests = Array.from({ length: count }, (_, index) => ({
      id: randomUUID(),
      bound: 1_000 + index,
      cost: index % 3 === 0 ? null : 500 + index,
    }));
    const facts = this.newFacts();
    for (const { id, bound, cost } of requests) {
      facts.add('reserving', id, bound);
      facts.add('reserved', id);
      if (cost === null) continue;
      facts.add('settling', id, cost);
      facts.add('settled', id);
    }
    writeVersion1(this.folder.path, requests, instant);
    this.oldRequests = count;
  }

  /** What does not hold now. Windows may be running. */
  violations(): readonly string[] {
    return [
      ...complaints(this.lines()),
      ...setAsideFiles(this.folder.path).map((name) => `a whole ledger was set aside: ${name}`),
      ...this.requestViolations(),
    ];
  }

  /** What does not hold of the requests alone, where a ledger was damaged and is meant to be set aside. */
  requestViolations(): readonly string[] {
    return ledgerViolations(this.folder.path, () => requestFacts(this.lines()));
  }

  /**
   * What does not hold once nobody writes: beside the above, whether a later window can reserve and settle, and whether
   * budgets count every open request of a dead one as reserved.
   */
  async aftermath(): Promise<readonly string[]> {
    return [
      ...this.violations(),
      ...(await this.laterWindow()),
      ...(await this.standings()),
      ...this.violations(),
      ...(this.oldRequests === null ? [] : copyViolations(`${this.folder.path}.schema-1`, this.oldRequests)),
      ...this.leftovers(),
    ];
  }

  async cleanUp(): Promise<void> {
    await Promise.all(this.children.map((child) => child.kill()));
    this.folder.cleanUp();
    rmSync(this.factsFolder, { recursive: true, force: true });
  }

  private newFacts(): FactsFile {
    const facts = new FactsFile(join(this.factsFolder, String(this.factsFiles.length)));
    this.factsFiles.push(facts);
    return facts;
  }

  private lines(): readonly string[] {
    return this.factsFiles.flatMap((file) => file.lines());
  }

  private leftovers(): readonly string[] {
    const names = readdirSync(this.folder.directory).filter((name) => name.endsWith('.tmp'));
    return names.map((name) => `${name} was left behind`);
  }

  private async laterWindow(): Promise<readonly string[]> {
    const ledger = this.folder.open();
    const facts = this.newFacts();
    ledger.onDidRecover((path) => facts.add('set-aside', path));
    const request = reservation({ startedAt: instant, upperBound: 7 });
    facts.add('reserving', request.requestId, 7);
    const failure = await ledger.reserve(request, null);
    if (failure !== null) return [`a later window cannot reserve: ${JSON.stringify(failure)}`];
    facts.add('reserved', request.requestId);
    facts.add('settling', request.requestId, 5);
    await ledger.settle(settlement(request.requestId, { costNanoDollars: 5 }));
    facts.add('settled', request.requestId);
    return [];
  }

  private async standings(): Promise<readonly string[]> {
    const ledger = this.folder.open();
    const standings = await ledger.standings('comparison', instant);
    if ('kind' in standings) return [`the budgets cannot be read: ${JSON.stringify(standings)}`];
    // What was under way in the very step that a process died in may be there or not: both are right.
    let [settledAtLeast, settledAtMost, reservedAtLeast, reservedAtMost] = [0, 0, 0, 0];
    for (const { step, bound, cost } of requestFacts(this.lines()).values()) {
      if (step === 'settled') settledAtLeast += cost ?? 0;
      if (step === 'settled' || step === 'settling') settledAtMost += cost ?? 0;
      if (step === 'reserved') reservedAtLeast += bound;
      if (step !== 'settled') reservedAtMost += bound;
    }
    return (['comparison', 'day', 'month'] as const).flatMap((period) => {
      const { settled, reserved } = standings[period];
      const isRight =
        reserved !== null &&
        settled >= settledAtLeast &&
        settled <= settledAtMost &&
        reserved >= reservedAtLeast &&
        reserved <= reservedAtMost;
      const told = `${settledAtLeast} to ${settledAtMost} settled, ${reservedAtLeast} to ${reservedAtMost} reserved`;
      return isRight ? [] : [`the ${period} stands at ${settled} settled and ${reserved} reserved, not at ${told}`];
    });
  }
}

/** Lives through something in a world of its own, and leaves nothing of it behind. */
export async function inWorld(live: (world: SurvivalWorld) => Promise<void>): Promise<void> {
  const world = new SurvivalWorld();
  try {
    await live(world);
  } finally {
    await world.cleanUp();
  }
}
