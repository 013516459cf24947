/** What a person decided about one hunk. A hunk without an entry is still open. */
export interface Choice {
  readonly state: 'accepted' | 'rejected';
  /** The hunk whose choice brought this one about (a collision or an agreement), or null when chosen directly. */
  readonly because: string | null;
}

/** Choices by hunk id. */
export type Choices = Readonly<Record<string, Choice>>;
