import type { PieceImage } from './images/image.ts';

/**
 * What a piece is: a problem that the editor reports, the definition of a name that the code uses, the code that an
 * interface is made from, the packages that it can use, the design tokens and the Tailwind configuration that it has to
 * keep to, a component beside it as a model of style, or a picture of what is to be made or what is wrong.
 */
export type ContextPieceKind =
  | 'diagnostic'
  | 'definition'
  | 'source'
  | 'dependencies'
  | 'design-tokens'
  | 'tailwind-config'
  | 'component'
  | 'image';

/** Every kind, to tell whether a name that came from outside is one. */
export const contextPieceKinds: Readonly<Record<ContextPieceKind, true>> = {
  diagnostic: true,
  definition: true,
  source: true,
  dependencies: true,
  'design-tokens': true,
  'tailwind-config': true,
  component: true,
  image: true,
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
  /** The text that is sent, with LF line endings. Empty for a picture. */
  readonly text: string;
  /** Of the kind `image`: the picture. */
  readonly image?: PieceImage;
}
