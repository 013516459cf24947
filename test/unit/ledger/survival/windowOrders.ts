/** What the program `survivingWindow` is to do. */
export interface WindowOrders {
  /** Where the ledger lies. */
  readonly directory: string;
  /** Where it keeps its facts. */
  readonly factsPath: string;
  /** When all requests are sent, in milliseconds since the epoch. */
  readonly instant: number;
  /** Null to go on until it is killed. */
  readonly requests: number | null;
  /** Whether it waits for a line of input before it opens the ledger. */
  readonly waits?: boolean;
  /** The version that SQLite says it is, if not its own: before 3.51.3 the ledger keeps a rollback journal, no log. */
  readonly sqliteVersion?: string;
  /** How and before which step it ends by itself: a call of SQLite, or one between two phases of a request. */
  readonly end: { readonly manner: EndingManner; readonly step: number } | null;
}

/** A process that is killed, ends in the middle of its work, or throws what nobody catches. */
export type EndingManner = 'killed' | 'exited' | 'crashed';
