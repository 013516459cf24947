import { transform } from 'sucrase';
import type { PageFault } from '../../../shared/previewView.ts';

/** JavaScript of any kind as CommonJS, its lines where they were, or why it is none. */
export function compileScript(path: string, text: string): { readonly code: string } | { readonly fault: PageFault } {
  const isTyped = /\.[mc]?tsx?$/i.test(path);
  const hasMarkup = !/\.[mc]?ts$/i.test(path);
  try {
    const { code } = transform(text, {
      transforms: [...(hasMarkup ? (['jsx'] as const) : []), ...(isTyped ? (['typescript'] as const) : []), 'imports'],
      jsxRuntime: 'automatic',
      ...jsxSource(text),
      production: true,
      disableESTransforms: true,
      filePath: path,
    });
    return { code: withStarsBelow(withoutMeta(code)) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** Where a file says that its elements are to be made. https://www.typescriptlang.org/tsconfig/#jsxImportSource */
function jsxSource(text: string): { readonly jsxImportSource?: string } {
  const source = /^\s*(?:\/\/[^\n]*\n\s*)*\/\*\*?\s*@jsxImportSource\s+([\w@/.-]+)/.exec(text)?.[1];
  return source === undefined ? {} : { jsxImportSource: source };
}

/** A file beside the module, as Vite has it named: whoever makes the document finds it there. https://vite.dev/guide/assets */
const assetAddress = /\bnew URL\(\s*("[^"\n]*"|'[^'\n]*'|`[^`\n]*`)\s*,\s*import\.meta\.url\s*,?\s*\)/g;

/** Strings that stay as they are, and what only modules and bundlers know; the longer ones first. */
const meta =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\bimport\.meta\.env\b|\bimport\.meta\.glob\b|\bimport\.meta\.url\b|\bimport\.meta\b|\bprocess\.env\.NODE_ENV\b|\bprocess\.env\b/g;
const inPlaceOf: Readonly<Record<string, string>> = {
  'import.meta.env': '({MODE:"production",PROD:true,DEV:false,SSR:false,BASE_URL:"/"})',
  // Which files there are is not looked up.
  'import.meta.glob': '(() => ({}))',
  'import.meta.url': '""',
  'import.meta': '({})',
  'process.env.NODE_ENV': '"production"',
  'process.env': '({NODE_ENV:"production"})',
};

/** What bundlers put in the place of what only modules and builds have. */
function withoutMeta(code: string): string {
  return code
    .replace(assetAddress, '((address) => ({ href: address, pathname: address, toString: () => address }))($1)')
    .replace(meta, (all) => inPlaceOf[all] ?? all);
}

/** What a module exports itself goes before what it exports of all that others do, in whichever order that is written. */
function withStarsBelow(code: string): string {
  return code.replace(
    'configurable: true, get: () => obj[key]}',
    'configurable: true, get: () => obj[key], set: (value) => Object.defineProperty(exports, key, {value, enumerable: true, configurable: true, writable: true})}',
  );
}

/** `Error transforming src/a.tsx: Unexpected token (3:5)`, as a message and a line. */
function faultOf(error: unknown): PageFault {
  const text = error instanceof Error ? error.message : String(error);
  const [, message = text, line] = /^(?:Error transforming .*?: )?(.*?)(?: \((\d+):\d+\))?$/s.exec(text) ?? [];
  return { message, line: line === undefined ? null : Number(line) };
}

/** Whether a script is an ES module: a bundler would have to look at it. */
export function isEsModule(path: string, text: string): boolean {
  if (/\.mjs$/i.test(path)) return true;
  // Not over the ends of lines: each begins anew, and a text of nothing else would be gone through from all of them.
  return (
    /(?:^|[;}])[^\S\n]*(?:import(?:\s+\w|\s*[{*'"])|export(?:\s+\w|\s*[{*]))/m.test(text) || /\bimport\s*\(/.test(text)
  );
}

/** What CommonJS code requires by a name that is written down, each once. */
export function requiredBy(code: string): readonly string[] {
  const found = [...code.matchAll(/\brequire\(\s*(?:'([^'\n]+)'|"([^"\n]+)")\s*\)/g)];
  return [...new Set(found.map(([, single, double]) => single ?? double ?? ''))];
}
