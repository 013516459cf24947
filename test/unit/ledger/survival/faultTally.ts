/** Counts the injected runs of one fault, and what each of them broke that has to hold. */
export class FaultTally {
  readonly fault: string;
  private runs = 0;
  private readonly violations: string[] = [];

  constructor(fault: string) {
    this.fault = fault;
  }

  /** Counts one run. @param violations what it broke, a sentence each; none for a run that was survived */
  count(violations: readonly string[]): void {
    this.runs += 1;
    this.add(violations);
  }

  /** Adds what the runs so far broke, where it is looked for only now and then. */
  add(violations: readonly string[]): void {
    this.violations.push(...violations.map((violation) => `after ${this.runs} runs: ${violation}`));
  }

  /** `killed in ten windows: 0 violations / 300 injected runs`. */
  line(): string {
    return `${this.fault}: ${this.violations.length} violations / ${this.runs} injected runs`;
  }

  /** @throws where anything was violated, or nothing injected: that would prove nothing */
  assertSurvived(): void {
    if (this.runs === 0) throw new Error(`${this.fault}: nothing was injected`);
    if (this.violations.length > 0) throw new Error([this.line(), ...this.violations.slice(0, 20)].join('\n'));
  }
}
