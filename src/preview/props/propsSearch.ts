import type { Script } from './script.ts';
import type { Scripts } from './scripts.ts';
import type { Scope, TypeReader } from './typeReader.ts';

/** What finding a component's props takes. */
export interface PropsSearch {
  readonly script: Script;
  readonly scripts: Scripts;
  readonly types: TypeReader;
  /** The file's own names. */
  readonly scope: Scope;
}
