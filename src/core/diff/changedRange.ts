/** Lines of one text that became lines of another. Half-open and 0-based; one of the two may be empty, not both. */
export interface ChangedRange {
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly nextStart: number;
  readonly nextEnd: number;
}
