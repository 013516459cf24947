import { babelParse } from 'vue/compiler-sfc';
import type { PageFault } from '../../../shared/previewView.ts';

type Plugins = NonNullable<NonNullable<Parameters<typeof babelParse>[1]>['plugins']>;

/** Nobody writes a longer module by hand or by model; in characters. */
const longestSource = 300_000;

/**
 * Why no build would take a script, or null. What compiles scripts here is quick because it leaves open whether tags are
 * closed by what opened them and whether names are declared once.
 *
 * @param path whose ending tells what the script is written in
 */
export function syntaxFault(path: string, text: string): PageFault | null {
  if (text.length > longestSource) return null;
  const plugins: Plugins = ['decorators-legacy'];
  if (/\.[mc]?tsx?$/i.test(path)) plugins.push('typescript');
  // In plain TypeScript `<T>x` is a type assertion.
  if (!/\.[mc]?ts$/i.test(path)) plugins.push('jsx');
  try {
    babelParse(text, { sourceType: 'module', allowUndeclaredExports: true, plugins });
    return null;
  } catch (error) {
    // Nested deeper than can be read.
    if (error instanceof RangeError) return { message: error.message, line: null };
    if (!(error instanceof SyntaxError)) throw error;
    const { loc } = error as { readonly loc?: { readonly line?: unknown } };
    const line = typeof loc?.line === 'number' ? loc.line : null;
    return { message: error.message.replace(/\s*\(\d+:\d+\)$/, ''), line };
  }
}
