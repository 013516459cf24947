/** A thing sent beside the task that the person can see, and take out, before anything is sent. */
export interface ContextPiece {
  /** Unique within a comparison. */
  readonly id: string;
  readonly kind: 'diagnostic' | 'definition';
  /** One line for people, e.g. `Error on line 12: Object is possibly undefined`. */
  readonly title: string;
  /** The file it was taken from, as `SourceFile.path`. */
  readonly path: string;
  readonly languageId: string;
  /** 1-based line in that file where it starts. */
  readonly line: number;
  /** The text that is sent, with LF line endings. */
  readonly text: string;
}
