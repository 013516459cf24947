import { transform } from 'sucrase';
import { compile, compileModule } from 'svelte/compiler';
import type { PageFault, PageNote } from '../../../shared/previewView.ts';
import type { Compilation, ModuleCompiler } from '../componentFramework.ts';
import { originalLines } from '../originalLines.ts';
import { shortHash } from '../shortHash.ts';

/**
 * Makes a module of a Svelte component, or of a module with runes (`.svelte.js`, `.svelte.ts`). Preprocessors do not run:
 * a script or template in another language is a fault, such a style sheet is left out with a note.
 * https://svelte.dev/docs/svelte/svelte-compiler
 */
export const compileSvelte: ModuleCompiler = async (path, text, target) => {
  const generate = target === 'live' ? 'client' : 'server';
  if (/\.svelte\.[jt]s$/.test(path)) {
    return caught(() => {
      const script = path.endsWith('.ts') ? withoutTypes(text) : text;
      const { js } = compileModule(script, { filename: path, generate, dev: false });
      return { code: js.code, lines: linesOf(js), css: '', notes: [] };
    });
  }
  const unread = unreadBlock(text);
  if (unread !== null) return { fault: unread };
  const { text: readable, notes } = withoutPreprocessedStyles(text);
  const made = caught(() => compiled(path, readable, generate, notes));
  // Svelte reads types and refuses what of TypeScript makes code, such as enums.
  const needsSucrase = 'fault' in made && /TypeScript language features/.test(made.fault.message);
  return needsSucrase ? caught(() => compiled(path, scriptsWithoutTypes(readable), generate, notes)) : made;
};

function compiled(path: string, text: string, generate: 'server' | 'client', notes: readonly PageNote[]): Compilation {
  const { js, css } = compile(text, {
    filename: path,
    generate,
    dev: false,
    css: 'external',
    cssHash: ({ css: sheet }) => `svelte-${shortHash(path + sheet)}`,
    discloseVersion: false,
    // Elements one by one: no text is parsed as HTML in the frame.
    fragments: 'tree',
    modernAst: true,
  });
  return { code: js.code, lines: linesOf(js), css: css?.code.trim() ?? '', notes };
}

/** Svelte leaves open what kind of map it gives. */
function linesOf({ map }: { readonly map: unknown }): readonly (number | null)[] {
  const { mappings } = map as { readonly mappings?: unknown };
  return originalLines(typeof mappings === 'string' ? mappings : '');
}

const block = /<(script|style|template)\b([^>]*)>([\s\S]*?)<\/\1\s*>/g;
const plainLanguages: Readonly<Record<string, readonly string[]>> = {
  script: ['js', 'javascript', 'ts', 'typescript'],
  style: ['css', 'postcss'],
  template: ['html'],
};

function languageOf(attributes: string): string | null {
  return /\blang\s*=\s*["']?([\w/-]+)/.exec(attributes)?.[1] ?? null;
}

function isPlain(kind: string, attributes: string): boolean {
  const language = languageOf(attributes);
  return language === null || (plainLanguages[kind] ?? []).includes(language);
}

function unreadBlock(text: string): PageFault | null {
  for (const { 1: kind = '', 2: attributes = '', index } of text.matchAll(block)) {
    if (kind === 'style' || isPlain(kind, attributes)) continue;
    const message = `The <${kind}> is in “${languageOf(attributes)}”, which the preview has no compiler for.`;
    return { message, line: text.slice(0, index).split('\n').length };
  }
  return null;
}

/** Style sheets that a preprocessor would have to make, emptied; lines stay where they are. */
function withoutPreprocessedStyles(text: string): { readonly text: string; readonly notes: readonly PageNote[] } {
  const notes: PageNote[] = [];
  const readable = text.replace(block, (all, kind: string, attributes: string, content: string) => {
    if (kind !== 'style' || isPlain(kind, attributes)) return all;
    notes.push({ kind: 'styling', name: `<style lang="${languageOf(attributes)}">` });
    return `<style${attributes}>${content.replace(/[^\n]/g, '')}</style>`;
  });
  return { text: readable, notes };
}

function scriptsWithoutTypes(text: string): string {
  return text.replace(block, (all, kind: string, attributes: string, content: string) =>
    kind === 'script' ? `<script${attributes}>${withoutTypes(content)}</script>` : all,
  );
}

/** Imports stay, as the template may use what the script does not. */
function withoutTypes(script: string): string {
  return transform(script, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: true }).code;
}

function caught(work: () => Compilation): Compilation {
  try {
    return work();
  } catch (thrown) {
    return { fault: svelteFault(thrown) };
  }
}

/** What the compiler says is wrong: its first line, as an address of documentation follows. */
function svelteFault(thrown: unknown): PageFault {
  if (!(thrown instanceof Error)) return { message: String(thrown), line: null };
  const { start, loc } = thrown as {
    readonly start?: { readonly line?: unknown };
    /** Sucrase's. */
    readonly loc?: { readonly line?: unknown };
  };
  const line = start?.line ?? loc?.line;
  return { message: thrown.message.split('\n')[0] ?? '', line: typeof line === 'number' ? line : null };
}
