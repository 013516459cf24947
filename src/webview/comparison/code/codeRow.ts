/** A half-open range of UTF-16 offsets within a line. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Where a shown line comes from; its syntax colours are found by this. Lines are 0-based. */
export type LineSource =
  | { readonly kind: 'base'; readonly path: string; readonly line: number }
  | { readonly kind: 'hunk'; readonly hunkId: string; readonly line: number };

/** One line of code as it is shown. */
export interface CodeRow {
  readonly kind: 'context' | 'added' | 'removed';
  /** 1-based line in the base text; null where the line is not in it. */
  readonly oldNumber: number | null;
  /** 1-based line in the new text; null where the line is not in it. */
  readonly newNumber: number | null;
  /** Without its line terminator. */
  readonly text: string;
  readonly source: LineSource;
  /** Changed words. */
  readonly marks: readonly LineRange[];
  /** True on a changed line that ends the text without a line terminator. */
  readonly endsWithoutNewline: boolean;
}
