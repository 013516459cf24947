import { transform } from 'sucrase';
import {
  type BindingMetadata,
  compileScript,
  compileTemplate,
  invalidateTypeCache,
  parse,
  type SFCDescriptor,
  type SFCTemplateCompileOptions,
} from 'vue/compiler-sfc';
import type { PageFault } from '../../../shared/previewView.ts';
import type { Compilation, ModuleCompiler, ReadText, RenderTarget } from '../componentFramework.ts';
import { originalLines } from '../originalLines.ts';
import { shortHash } from '../shortHash.ts';
import { compileVueStyles } from './compileVueStyles.ts';
import { stopsAtPackageType, withNamedProps } from './namedProps.ts';
import { withRelativeTypes } from './relativeTypes.ts';
import { TypeFiles } from './typeFiles.ts';
import { vueFault } from './vueFault.ts';

/** Types that are imported from files that import types are followed that far. */
const mostReadings = 6;

/**
 * Makes a module of a Vue single-file component: its script, its template as a function of the target's kind, its styles.
 * Preprocessors do not run: a template or script in another language is a fault, such a style sheet is left out with a
 * note. https://vuejs.org/api/sfc-spec.html
 *
 * @param read gives the files whose types the component's macros name
 */
export const compileVue: ModuleCompiler = async (path, text, target, read) => {
  const made = await compiled(path, text, target, read);
  if (!('thrown' in made)) return made;
  if (!stopsAtPackageType(text, made.thrown)) return { fault: vueFault(made.thrown) };
  const again = await compiled(path, await withNamedProps(path, text, read), target, read);
  return 'thrown' in again ? { fault: vueFault(made.thrown) } : again;
};

async function compiled(
  path: string,
  text: string,
  target: RenderTarget,
  read: ReadText,
): Promise<Compilation | { readonly thrown: unknown }> {
  // A path of its own, as the compiler takes paths for those of a file system.
  const filename = `/${path}`;
  const { descriptor, errors } = parse(withRelativeTypes(path, text), {
    filename,
    sourceMap: false,
    ignoreEmpty: false,
  });
  const [error] = errors;
  if (error !== undefined) return { fault: vueFault(error) };
  const unread = unreadBlock(descriptor);
  if (unread !== null) return { fault: unread };
  const id = shortHash(path);
  const styles = compileVueStyles(descriptor, id);
  if ('fault' in styles) return styles;
  const files = new TypeFiles(read);
  for (let reading = 0; reading < mostReadings; reading += 1) {
    try {
      const { code, lines } = moduleOf(descriptor, { id, target, files, classNames: styles.modules });
      if (await files.readMissing()) continue;
      const known = target === 'growing' ? withUnknowns(code) : code;
      return { code: known, lines, css: styles.css, notes: styles.notes };
    } catch (thrown) {
      if (await files.readMissing()) continue;
      return { thrown };
    } finally {
      // The compiler keeps what it read by its path, and the next candidate may have another text there.
      for (const file of files.paths) invalidateTypeCache(file);
    }
  }
  return { fault: { message: 'The types of this component are spread over too many files.', line: null } };
}

type MappedCode = Pick<Extract<Compilation, { readonly code: string }>, 'code' | 'lines'>;

interface ModuleOptions {
  readonly id: string;
  readonly target: RenderTarget;
  readonly files: TypeFiles;
  readonly classNames: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function moduleOf(descriptor: SFCDescriptor, { id, target, files, classNames }: ModuleOptions): MappedCode {
  const { template, script, scriptSetup, styles, slotted, cssVars } = descriptor;
  const languages = [script, scriptSetup].map((block) => block?.lang ?? 'js');
  const isTypeScript = languages.some((each) => each.startsWith('ts'));
  const hasMarkup = languages.some((each) => each.endsWith('x'));
  const scoped = styles.some((style) => style.scoped === true);
  const templateOptions = {
    id,
    filename: descriptor.filename,
    scoped,
    slotted,
    isProd: true,
    ssr: target !== 'live',
    ssrCssVars: cssVars,
    // Names of pictures stay as they are written: whoever makes the document knows what is there.
    transformAssetUrls: false,
    compilerOptions: {
      scopeId: scoped ? `data-v-${id}` : null,
      ...(isTypeScript ? { expressionPlugins: ['typescript'] } : {}),
    },
  } satisfies Partial<SFCTemplateCompileOptions>;
  const parts: string[] = [];
  const lines: (number | null)[] = [];
  let bindings: BindingMetadata | undefined;
  if (script !== null || scriptSetup !== null) {
    const compiled = compileScript(descriptor, {
      id,
      isProd: true,
      inlineTemplate: scriptSetup !== null && template !== null,
      genDefaultAs: component,
      templateOptions,
      fs: files,
    });
    parts.push(compiled.content);
    // A script without setup stays as it is, but for what it exports.
    const begin = scriptSetup === null ? compiled.loc.start.line : null;
    lines.push(...linesOf(compiled.content, compiled.map).map((line, at) => (begin === null ? line : begin + at)));
    bindings = compiled.bindings;
  } else {
    parts.push(`const ${component} = {};`);
  }
  if (template !== null && scriptSetup === null) {
    const { code, map, errors } = compileTemplate({
      ...templateOptions,
      source: template.content,
      ...(template.ast === undefined ? {} : { ast: template.ast }),
      compilerOptions: {
        ...templateOptions.compilerOptions,
        ...(bindings === undefined ? {} : { bindingMetadata: bindings }),
      },
    });
    const [error] = errors;
    if (error !== undefined) throw typeof error === 'string' ? new SyntaxError(error) : error;
    const name = target === 'live' ? 'render' : 'ssrRender';
    // A component that is nothing but a template has a line of its own before it.
    lines.push(...(lines.length === 0 ? [null] : []), ...linesOf(code, map));
    parts.push(code.replace(/\nexport (function (?:ssrRender|render)\()/, '\n$1'), `${component}.${name} = ${name};`);
  }
  if (scoped) parts.push(`${component}.__scopeId = ${JSON.stringify(`data-v-${id}`)};`);
  if (Object.keys(classNames).length > 0) parts.push(`${component}.__cssModules = ${JSON.stringify(classNames)};`);
  parts.push(`export default ${component};`);
  const code = parts.join('\n');
  const transforms = [...(isTypeScript ? (['typescript'] as const) : []), ...(hasMarkup ? (['jsx'] as const) : [])];
  const options = { transforms, jsxRuntime: 'automatic', jsxImportSource: 'vue', production: true } as const;
  // Types are left out, and elements made calls, without a change of lines.
  const plain =
    transforms.length === 0 ? code : transform(code, { ...options, transforms, disableESTransforms: true }).code;
  return { code: plain, lines };
}

/** As many as the code has: a map ends with the last line that it knows. */
function linesOf(code: string, map: { readonly mappings: string } | undefined): readonly (number | null)[] {
  const known = originalLines(map?.mappings ?? '');
  return code.split('\n').map((_, at) => known[at] ?? null);
}

const component = '__component';

/** A name that nothing says anything of, where something of it is used but not assigned. */
const unknown = /\b_ctx\.[\w$]+(?=[.[(])(?![\w$.[\]'"]*\)?\s*(?:=(?!=)|[-+*/%|&?]{1,2}=|\+\+|--))/g;

/** Code in which what the script has not declared yet is nothing, and so is all that would be of it. */
function withUnknowns(code: string): string {
  return code.replace(unknown, (name, at: number) => (code[at + name.length] === '.' ? `${name}?` : `${name}?.`));
}

/** A part of the file that only a preprocessor or another file would make readable. */
function unreadBlock({ template, script, scriptSetup }: SFCDescriptor): PageFault | null {
  for (const block of [template, script, scriptSetup]) {
    if (block === null) continue;
    const { type, lang, src, loc } = block;
    const { line } = loc.start;
    if (src !== undefined) {
      return { message: `The <${type}> is in a file of its own (${src}), which the preview does not read.`, line };
    }
    if (lang !== undefined && !(type === 'template' ? templateLanguages : scriptLanguages).has(lang)) {
      return { message: `The <${type}> is in “${lang}”, which the preview has no compiler for.`, line };
    }
  }
  return null;
}

const templateLanguages = new Set(['html']);
const scriptLanguages = new Set(['js', 'ts', 'jsx', 'tsx']);
