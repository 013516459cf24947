import type { Props } from './componentRuntime.ts';
import type { Revival } from './revive.ts';

/** Where an import leads: to another module, to a package that the runtime brings, or nowhere. */
export type Link =
  | { readonly to: 'module'; readonly id: string }
  | { readonly to: 'package'; readonly name: string }
  | { readonly to: 'missing'; readonly name: string };

/** How modules that were defined one by one belong together, and what is to be shown. Plain JSON. */
export interface LinkedProgram {
  /** The module whose component is shown. */
  readonly entry: string;
  /** By module, then by what its import says. */
  readonly links: Readonly<Record<string, Readonly<Record<string, Link>>>>;
  /** What is said of a package that is not there; `{0}` stands for its name. */
  readonly missingWords: string;
  readonly props: Props;
  readonly revivals: readonly Revival[];
  /** Whether empty stand-ins are in the place of a browser's world, where there is none. */
  readonly standIns: boolean;
}

/** A module as it is defined: CommonJS. */
export type ModuleBody = (
  module: { exports: unknown },
  exports: unknown,
  require: (specifier: string) => unknown,
) => void;

/** What came of rendering within the sandbox, as JSON. */
export interface StaticOutcome {
  readonly html: string;
  readonly head: string;
  /** Packages that were imported and are not there. */
  readonly missing: readonly string[];
  /** Why nothing was rendered; null where it was. */
  readonly error:
    | { readonly kind: 'no-component' }
    | { readonly kind: 'thrown'; readonly message: string; readonly stack: string }
    | null;
}
