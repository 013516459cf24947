import { compile } from 'tailwindcss';
import type { StyleText } from '../../app/preview/componentPorts.ts';
import { relativePath } from '../../core/preview/relativePath.ts';
import type { PageMessages, PageNote } from '../../shared/previewView.ts';
import { classCandidates } from './classCandidates.ts';
import type { PlainLiteral } from './plainLiteral.ts';
import { tailwindConfig } from './tailwindConfig.ts';
import {
  asVersion4,
  hasDirectives,
  isTailwindEntry,
  isVersion3Entry,
  withoutReferences,
} from './tailwindDirectives.ts';

/** Tailwind's own style sheets, as its package has them. */
export interface TailwindSheets {
  readonly theme: string;
  readonly preflight: string;
}

/** What is styled with Tailwind. */
export interface TailwindRequest {
  readonly own: TailwindSheets;
  /** Every style sheet that counts, in order; those without Tailwind's directives come out as they are. */
  readonly sheets: readonly StyleText[];
  /** Source texts and HTML that classes are found in. */
  readonly texts: readonly string[];
  /** What could be read of a configuration in JavaScript; null without one. */
  readonly config: PlainLiteral | null;
  /** A style sheet that an import names; null for what is not there. */
  readonly read: (path: string) => Promise<string | null>;
}

/** Styles with every class in them that is used. */
export interface TailwindStyles {
  readonly css: string;
  /** What of the styling is code, and was not run, or is not there. */
  readonly notes: readonly PageNote[];
  /** What Tailwind says is wrong. */
  readonly messages: PageMessages;
}

/**
 * Compiles the classes that are used, the directives of style sheets and the project's theme, with Tailwind itself.
 * Plugins and configurations that are code do not run. https://tailwindcss.com/docs/functions-and-directives
 */
export async function tailwindStyles(request: TailwindRequest): Promise<TailwindStyles> {
  const sheets = request.sheets.some(isTailwindEntry) ? request.sheets : [defaultEntry, ...request.sheets];
  const ours = sheets.filter((sheet) => isTailwindEntry(sheet) || hasDirectives(sheet));
  const others = sheets.filter((sheet) => !ours.includes(sheet)).map(({ css }) => css);
  const messages = missingReferences(ours);
  try {
    const { css, notes } = await build(ours, request);
    return { css: [css, ...others].join('\n'), notes, messages };
  } catch (thrown) {
    // A single wrong class in `@apply` fails all of it: without those styles, the others are still to be seen.
    const error = {
      level: 'error',
      text: `Tailwind: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    } as const;
    const plain = ours.filter((sheet) => !isTailwindEntry(sheet)).map(({ css }) => css);
    const { css, notes } = await build([defaultEntry], { ...request, config: null });
    return { css: [css, ...plain, ...others].join('\n'), notes, messages: [...messages, error] };
  }
}

const defaultEntry: StyleText = { path: '', css: '@import "tailwindcss";' };

async function build(
  sheets: readonly StyleText[],
  { own, texts, config, read }: TailwindRequest,
): Promise<{ readonly css: string; readonly notes: readonly PageNote[] }> {
  const unread = new Set<string>();
  const entries = sheets.filter(isTailwindEntry);
  const parts = [...entries, ...sheets.filter((sheet) => !entries.includes(sheet))].map(({ path, css }) => ({
    path,
    css: withoutReferences(asVersion4(css)),
  }));
  const firstEntry = entries[0]?.path ?? '';
  const withConfig = config === null ? '' : `@config "${configName}";\n`;
  const isOurs = (id: string) => Object.hasOwn(ownSheets, id);
  const { build: classesOf } = await compile(withConfig + parts.map(({ css }) => css).join('\n'), {
    base: firstEntry,
    // `base` is the path of the file that names another, rather than its folder.
    loadStylesheet: async (id, base) => {
      if (isOurs(id)) return { path: id, base, content: ownSheets[id]?.(own) ?? '' };
      const path = relativePath(id, base);
      const content = path === null ? null : await read(path);
      if (path === null || content === null) unread.add(id);
      return { path: path ?? id, base: path ?? base, content: content === null ? '' : asVersion4(content) };
    },
    loadModule: async (id, base, kind) => {
      if (id === configName) return { path: id, base, module: { ...config?.value } };
      if (kind === 'plugin') {
        unread.add(id);
        return { path: id, base, module: () => undefined };
      }
      const path = relativePath(id, base);
      const literal = path === null ? null : tailwindConfig((await read(path)) ?? '');
      if (literal === null || literal.hasMore) unread.add(id);
      return { path: path ?? id, base, module: { ...literal?.value } };
    },
  });
  return {
    css: classesOf([...classCandidates(texts)]),
    notes: [...unread].map((name) => ({ kind: 'styling', name })),
  };
}

/** Never the name of a file: it cannot be written in a style sheet by chance. */
const configName = 'tiebreak:config';

const wholeSheet = ({ theme, preflight }: TailwindSheets) =>
  `@layer theme, base, components, utilities;
@layer theme { ${theme} }
@layer base { ${preflight} }
@layer utilities { @tailwind utilities; }`;

/** What the package's own style sheets are imported as. */
const ownSheets: Readonly<Record<string, (own: TailwindSheets) => string>> = Object.fromEntries(
  (
    [
      ['', wholeSheet],
      ['index', wholeSheet],
      ['theme', ({ theme }: TailwindSheets) => theme],
      ['preflight', ({ preflight }: TailwindSheets) => preflight],
      ['utilities', () => '@tailwind utilities;'],
    ] as const
  ).flatMap(([name, sheet]) =>
    name === ''
      ? [['tailwindcss', sheet]]
      : [
          [`tailwindcss/${name}`, sheet],
          [`tailwindcss/${name}.css`, sheet],
        ],
  ),
);

/** From version 4 on, a style sheet by itself knows no class unless it says where they come from. */
function missingReferences(sheets: readonly StyleText[]): PageMessages {
  const entries = sheets.filter(isTailwindEntry);
  if (entries.some(({ css }) => isVersion3Entry(css))) return [];
  return sheets
    .filter(({ css }) => /@apply\b/.test(css) && !/@reference\b/.test(css))
    .filter((sheet) => !entries.includes(sheet))
    .map(({ path }) => ({
      level: 'warning',
      text: `${path}: @apply without @reference, which Tailwind’s own build refuses`,
    }));
}
