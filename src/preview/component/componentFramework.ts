import type { PageFault, PageNote } from '../../shared/previewView.ts';

/**
 * What a module is made for: to be rendered once into HTML, to be so while its text is still being written (what it names
 * may be missing), or to be mounted in a browser.
 */
export type RenderTarget = 'static' | 'growing' | 'live';

/** One file as code. */
interface CompiledModule {
  /** An ES module of plain JavaScript. */
  readonly code: string;
  /** The file's line of each of the code's, 1-based; null for what the compiler added. */
  readonly lines: readonly (number | null)[];
  /** The file's own styles, as plain CSS (scoped already where they are); '' for none. */
  readonly css: string;
  /** What of the file is not taken into account. */
  readonly notes: readonly PageNote[];
}

/** A file as code, or why it cannot be. */
export type Compilation = CompiledModule | { readonly fault: PageFault };

/** A file's text by its path; null for what is not there. Endings are not tried. */
export type ReadText = (path: string) => Promise<string | null>;

/**
 * Makes code of one file. What a file imports is followed by others, so that a compiled file's imports may name files of
 * any kind, `.vue` and `.svelte` among them, and the packages that the runtimes bring.
 *
 * @param path relative to the workspace folder, with forward slashes
 * @param read gives files whose types decide about the code; it is asked for nothing else
 */
export type ModuleCompiler = (path: string, text: string, target: RenderTarget, read: ReadText) => Promise<Compilation>;

/** A framework whose components can be shown. */
export interface ComponentFramework {
  /**
   * Packages that the runtimes bring, with all that is below them (`react` stands for `react/jsx-runtime`, too); the
   * project's own copies are never read.
   */
  readonly packages: readonly string[];
  /** The package whose version tells which code is understood, and the version that the runtimes bring. */
  readonly version: { readonly name: string; readonly shown: string };
  /** The runtimes' files, within `dist/preview`; each is a script that calls `componentRuntime`'s `provide`. */
  readonly runtimes: Readonly<Record<'static' | 'live', string>>;
}
