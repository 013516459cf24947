import type { PageFault } from '../../../shared/previewView.ts';
import { placeholder } from '../../placeholder.ts';
import type { Compilation, ModuleCompiler, ReadText, RenderTarget } from '../componentFramework.ts';
import { compileScript, isEsModule } from './compileScript.ts';
import { scopedSheet } from './cssModule.ts';
import { endingOf } from './modulePath.ts';

/** A file as a module, whatever kind of file it is. */
export interface ModuleCode {
  /** The body of a CommonJS module. */
  readonly code: string;
  /** Styles that come with it, as plain CSS; '' for none. */
  readonly css: string;
  /** Whether it can be styled by what its text says: a file of the project's own code. */
  readonly isSource: boolean;
  /** Ways of styling that are not taken into account. */
  readonly unstyled: readonly string[];
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

/** A file as a module, or why it is none. */
export async function moduleCode(
  path: string,
  bytes: Uint8Array,
  target: RenderTarget,
  compilers: FileCompilers,
  read: ReadText,
): Promise<ModuleCode | { readonly fault: PageFault }> {
  const ending = endingOf(path);
  const plain = { css: '', isSource: false, unstyled: [] };
  const picture = pictures[ending];
  if (picture !== undefined) {
    const address = `data:${picture};base64,${Buffer.from(bytes).toString('base64')}`;
    return { ...plain, code: exporting(address) };
  }
  const text = new TextDecoder().decode(bytes);
  const own = Object.hasOwn(compilers, ending) ? compilers[ending] : undefined;
  if (own !== undefined) return ownCode(path, await own(path, text, target, read));
  if (ending === 'css') return styleCode(path, text);
  if (foreignStyles.has(ending)) return { ...plain, code: exporting({}), unstyled: [path] };
  if (ending === 'json') return jsonCode(text);
  if (!scripts.has(ending)) return { ...plain, code: exporting(placeholder(path)) };
  const isPackaged = path.includes('node_modules/');
  if (isPackaged && !isEsModule(path, text)) {
    return { ...plain, code: text.replace(/\bprocess\.env\.NODE_ENV\b/g, '"production"') };
  }
  const compiled = compileScript(path, text);
  return 'fault' in compiled ? compiled : { ...plain, ...compiled, isSource: !isPackaged };
}

function ownCode(path: string, compilation: Compilation): ModuleCode | { readonly fault: PageFault } {
  if ('fault' in compilation) return compilation;
  const { code, css, unstyled } = compilation;
  const compiled = compileScript(`${path}.js`, code);
  return 'fault' in compiled ? compiled : { ...compiled, css, unstyled, isSource: true };
}

function styleCode(path: string, text: string): ModuleCode {
  const plain = { isSource: false, unstyled: [] };
  if (!/\.module\.css$/i.test(path)) return { ...plain, code: exporting({}), css: text };
  const { css, names } = scopedSheet(path, text);
  return { ...plain, code: exporting(names), css };
}

function jsonCode(text: string): ModuleCode | { readonly fault: PageFault } {
  try {
    const value: unknown = JSON.parse(text);
    return { code: exporting(value), css: '', isSource: false, unstyled: [] };
  } catch (error) {
    return { fault: { message: error instanceof Error ? error.message : String(error), line: null } };
  }
}

function exporting(value: unknown): string {
  return `module.exports = ${JSON.stringify(value)};`;
}
