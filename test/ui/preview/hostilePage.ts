/** A page that tries to reach beyond its frame. */
export interface HostilePage {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** Whether it reaches a canary where nothing holds it: as a page of its own in the same browser. */
  readonly reaches: boolean;
  /** Whether it is a component, whose code cannot but have run where scripts do. */
  readonly mounts: boolean;
  /** Whether its script tries to lead its own frame elsewhere. */
  readonly leaves: boolean;
  /** What a person clicks on it. */
  readonly click?: string;
}
