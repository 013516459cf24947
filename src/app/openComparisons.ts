import type { ComparisonSession } from './comparisonSession.ts';

/** The comparisons whose panels are open, the one that was last looked at at the end. */
export class OpenComparisons {
  private sessions: readonly ComparisonSession[] = [];
  private readonly listeners = new Set<(isUnderWay: boolean) => void>();
  private wasUnderWay = false;

  add(session: ComparisonSession): void {
    this.sessions = [...this.sessions, session];
    session.onDidChange(() => this.tell());
    this.tell();
  }

  /** Notes that the person looks at this one now. */
  touch(session: ComparisonSession): void {
    if (this.sessions.includes(session)) this.sessions = [...this.without(session), session];
  }

  /** Forgets a comparison whose panel is gone, and stops what it has under way. */
  remove(session: ComparisonSession): void {
    this.sessions = this.without(session);
    session.dispose();
    this.tell();
  }

  /** The one last looked at, or null. */
  get latest(): ComparisonSession | null {
    return this.sessions.at(-1) ?? null;
  }

  /** The one last looked at of those still streaming, or null. */
  get latestUnderWay(): ComparisonSession | null {
    return this.sessions.findLast((session) => session.isUnderWay) ?? null;
  }

  /** Calls back when the first answer gets under way, and when the last one has ended or gone. */
  onDidChangeUnderWay(listener: (isUnderWay: boolean) => void): void {
    this.listeners.add(listener);
  }

  /** The one of that id whose panel is open, or null. */
  find(comparisonId: string): ComparisonSession | null {
    return this.sessions.find((session) => session.comparison.id === comparisonId) ?? null;
  }

  /** Stops everything without deciding anything; for the end of the extension's life. */
  dispose(): void {
    for (const session of this.sessions) session.suspend();
    this.sessions = [];
    this.listeners.clear();
  }

  private without(session: ComparisonSession): readonly ComparisonSession[] {
    return this.sessions.filter((other) => other !== session);
  }

  /** Every token of an answer comes by here, so nobody is told what they know. */
  private tell(): void {
    const isUnderWay = this.latestUnderWay !== null;
    if (isUnderWay === this.wasUnderWay) return;
    this.wasUnderWay = isUnderWay;
    for (const listener of this.listeners) listener(isUnderWay);
  }
}
