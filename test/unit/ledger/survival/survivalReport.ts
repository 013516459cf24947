import { FaultTally } from './faultTally.ts';

/** The faults that the ledger has to survive: a test for each, and a table of what came of them. */
export class SurvivalReport {
  private readonly tallies: FaultTally[] = [];

  /** Declares the test of one fault, which fails where a run violated anything. */
  fault(name: string, inject: (tally: FaultTally) => Promise<void>): void {
    it(name, async () => {
      const tally = new FaultTally(name);
      this.tallies.push(tally);
      await inject(tally);
      tally.assertSurvived();
    });
  }

  /** A line for each fault that was injected, in the order of the tests. */
  lines(): readonly string[] {
    return this.tallies.map((tally) => `survival: ${tally.line()}`);
  }
}
