import type { PageFault, PageNote } from '../../../shared/previewView.ts';
import { placeholder } from '../../placeholder.ts';
import type { Compilation, ModuleCompiler, ReadText, RenderTarget } from '../componentFramework.ts';
import { compileScript, isEsModule, requiredBy } from './compileScript.ts';
import { scopedSheet } from './cssModule.ts';
import { compilerEnding, endingOf } from './modulePath.ts';
import { usedNames } from './usedNames.ts';

/** A file as a module, whatever kind of file it is. */
export interface ModuleCode {
  /** The body of a CommonJS module. */
  readonly code: string;
  /** The file's line of each of the code's; null where they are the same. */
  readonly lines: readonly (number | null)[] | null;
  /** What it uses of each module that it requires, by what it requires it as; null for all of it. */
  readonly uses: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Whether it is written as an ES module. */
  readonly isModule: boolean;
  /** Styles that come with it, as plain CSS; '' for none. */
  readonly css: string;
  /** Whether it can be styled by what its text says: a file of the project's own code. */
  readonly isSource: boolean;
  /** What of it is not taken into account. */
  readonly notes: readonly PageNote[];
}

/** Compilers of single-file components that are there, by the ending of a file's name. */
export type FileCompilers = Readonly<Record<string, ModuleCompiler>>;

const pictures: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
};
const scripts = new Set(['tsx', 'ts', 'jsx', 'js', 'mjs', 'cjs', 'mts', 'cts']);
const foreignStyles = new Set(['scss', 'sass', 'less', 'styl', 'stylus', 'pcss', 'postcss']);

/**
 * A file as a module, or why it is none.
 *
 * @param read gives files whose types decide about the code
 */
export async function moduleCode(
  path: string,
  bytes: Uint8Array,
  target: RenderTarget,
  compilers: FileCompilers,
  read: ReadText,
): Promise<ModuleCode | { readonly fault: PageFault }> {
  const ending = endingOf(path);
  const plain = { ...nothing, css: '' };
  const picture = pictures[ending];
  if (picture !== undefined) {
    const address = `data:${picture};base64,${Buffer.from(bytes).toString('base64')}`;
    // Some builds give a drawing as a component, too; React's runtime shows an address as a picture.
    return {
      ...plain,
      code:
        ending === 'svg'
          ? exporting({ __esModule: true, default: address, ReactComponent: address })
          : exporting(address),
    };
  }
  const text = new TextDecoder().decode(bytes);
  const compiler = compilerEnding(path);
  const own = Object.hasOwn(compilers, compiler) ? compilers[compiler] : undefined;
  if (own !== undefined) return ownCode(path, await own(path, text, target, read));
  if (ending === 'css') return styleCode(path, text);
  if (foreignStyles.has(ending)) {
    return { ...plain, code: exporting({}), notes: [{ kind: 'styling', name: path }] };
  }
  if (ending === 'json') return jsonCode(text);
  if (!scripts.has(ending)) return { ...plain, code: exporting(placeholder(path)) };
  const isPackaged = path.includes('node_modules/');
  if (isPackaged && !isEsModule(path, text)) {
    const code = text.replace(/\bprocess\.env\.NODE_ENV\b/g, '"production"');
    return { ...plain, code, uses: new Map(requiredBy(code).map((each) => [each, null])) };
  }
  const compiled = compileScript(path, text);
  // The parser is loaded with what reads types.
  const fault = isPackaged || 'fault' in compiled ? null : (await import('./syntaxFault.ts')).syntaxFault(path, text);
  if (fault !== null) return { fault };
  return 'fault' in compiled ? compiled : { ...plain, ...asModule(compiled.code), isSource: !isPackaged };
}

/** What most files have nothing of. */
const nothing = { lines: null, uses: new Map<string, null>(), isModule: false, isSource: false, notes: [] } as const;

function asModule(code: string): Pick<ModuleCode, 'code' | 'uses' | 'isModule'> {
  return { code, uses: usedNames(code), isModule: true };
}

function ownCode(path: string, compilation: Compilation): ModuleCode | { readonly fault: PageFault } {
  if ('fault' in compilation) return compilation;
  const compiled = compileScript(`${path}.js`, compilation.code);
  return 'fault' in compiled ? compiled : { ...compilation, ...asModule(compiled.code), isSource: true };
}

function styleCode(path: string, text: string): ModuleCode {
  const plain = nothing;
  if (!/\.module\.css$/i.test(path)) return { ...plain, code: exporting({}), css: text };
  const { css, names } = scopedSheet(path, text);
  return { ...plain, code: exporting(names), css };
}

function jsonCode(text: string): ModuleCode | { readonly fault: PageFault } {
  try {
    const value: unknown = JSON.parse(text);
    return { ...nothing, code: exporting(value), css: '' };
  } catch (error) {
    return { fault: { message: error instanceof Error ? error.message : String(error), line: null } };
  }
}

function exporting(value: unknown): string {
  return `module.exports = ${JSON.stringify(value)};`;
}
