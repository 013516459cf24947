/**
 * What a piece is: a problem that the editor reports, the definition of a name that the code uses, the code that an
 * interface is made from, the packages that it can use, the design tokens and the Tailwind configuration that it has to
 * keep to, or a component beside it as a model of style.
 */
export type ContextPieceKind =
  | 'diagnostic'
  | 'definition'
  | 'source'
  | 'dependencies'
  | 'design-tokens'
  | 'tailwind-config'
  | 'component';

/** Every kind, to tell whether a name that came from outside is one. */
export const contextPieceKinds: Readonly<Record<ContextPieceKind, true>> = {
  diagnostic: true,
  definition: true,
  source: true,
  dependencies: true,
  'design-tokens': true,
  'tailwind-config': true,
  component: true,
};

/** A thing sent beside the task that the person can see, and take out, before anything is sent. */
export interface ContextPiece {
  /** Unique within a comparison. */
  readonly id: string;
  readonly kind: ContextPieceKind;
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
