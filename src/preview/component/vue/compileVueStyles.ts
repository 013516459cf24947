import { compileStyle, type SFCDescriptor } from 'vue/compiler-sfc';
import type { PageFault, PageNote } from '../../../shared/previewView.ts';
import { vueFault } from './vueFault.ts';

/** A component's style sheets as one. */
interface VueStyles {
  readonly css: string;
  /** The class names of each `<style module>`, by the name that the template knows them by. */
  readonly modules: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly notes: readonly PageNote[];
}

/**
 * Compiles every `<style>` of a component, scoped ones for the component's own attribute. Class names of modules stay as
 * they are written: there is only this one component to keep apart. What needs a preprocessor is left out with a note.
 */
export function compileVueStyles(
  { styles, filename }: SFCDescriptor,
  id: string,
): VueStyles | { readonly fault: PageFault } {
  const sheets: string[] = [];
  const modules: Record<string, Readonly<Record<string, string>>> = {};
  const notes: PageNote[] = [];
  for (const { content, lang, scoped, module, src, loc } of styles) {
    if (src !== undefined || (lang !== undefined && !plainLanguages.has(lang))) {
      notes.push({ kind: 'styling', name: src === undefined ? `<style lang="${lang}">` : `<style src="${src}">` });
      continue;
    }
    const compiled = compileStyle({
      source: content,
      filename,
      id: `data-v-${id}`,
      scoped: scoped === true,
      isProd: true,
    });
    const [error] = compiled.errors;
    if (error !== undefined) return { fault: styleFault(error, loc.start.line) };
    const isModule = module !== undefined && module !== false;
    if (isModule) {
      modules[module === true ? '$style' : module] = Object.fromEntries(
        classNames(content).map((name) => [name, name]),
      );
    }
    sheets.push(isModule ? compiled.code.replace(/:(?:global|local)\(([^()]*)\)/g, '$1') : compiled.code);
  }
  return { css: sheets.join('\n').trim(), modules, notes };
}

const plainLanguages = new Set(['css', 'postcss']);

function classNames(css: string): readonly string[] {
  const selectors = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, '{}');
  return [...new Set([...selectors.matchAll(/\.(-?[a-z_][\w-]*)/gi)].flatMap(([, name]) => name ?? []))];
}

/** PostCSS counts lines from the beginning of the style sheet. https://postcss.org/api/#csssyntaxerror */
function styleFault(error: Error, firstLine: number): PageFault {
  const { line, reason } = error as { readonly line?: unknown; readonly reason?: unknown };
  if (typeof line !== 'number' || typeof reason !== 'string') return vueFault(error);
  return { message: reason, line: firstLine + line - 1 };
}
