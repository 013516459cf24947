import type { StyleText } from '../../app/preview/componentPorts.ts';
import { isTailwindConfig } from '../../core/ui/uiProject.ts';
import type { PageNote } from '../../shared/previewView.ts';
import { joinedPath, parentFolders } from '../component/modules/modulePath.ts';
import type { PlainLiteral } from './plainLiteral.ts';
import { tailwindConfig } from './tailwindConfig.ts';
import { isTailwindEntry } from './tailwindDirectives.ts';

type Read = (path: string) => Promise<string | null>;

/** How a project uses Tailwind. */
export interface TailwindProject {
  /** Whether it does: its package says so, or a configuration or style sheet of Tailwind's is there. */
  readonly uses: boolean;
  /** Its own style sheet that brings Tailwind in; null where none is at a usual place. */
  readonly entry: StyleText | null;
  /** What its configuration in JavaScript says in plain literals; null without one, or where a style sheet names it. */
  readonly config: PlainLiteral | null;
  /** A configuration of which nothing can be read, or another version than is shown. */
  readonly notes: readonly PageNote[];
}

/** Where projects keep the style sheet that brings Tailwind in, as their templates lay it out. */
const usualEntries: readonly string[] = [
  'src/app.css',
  'src/index.css',
  'src/style.css',
  'src/styles.css',
  'src/main.css',
  'src/global.css',
  'src/globals.css',
  'src/tailwind.css',
  'src/App.css',
  'src/app/globals.css',
  'src/app/global.css',
  'src/assets/main.css',
  'src/assets/tailwind.css',
  'src/assets/css/main.css',
  'src/assets/css/tailwind.css',
  'src/css/app.css',
  'src/routes/layout.css',
  'src/styles/app.css',
  'src/styles/global.css',
  'src/styles/globals.css',
  'src/styles/index.css',
  'src/styles/main.css',
  'src/styles/tailwind.css',
  'app/app.css',
  'app/globals.css',
  'app/tailwind.css',
  'app/assets/css/main.css',
  'assets/css/main.css',
  'assets/css/tailwind.css',
  'resources/css/app.css',
  'styles/globals.css',
  'styles/main.css',
  'styles/tailwind.css',
  'css/tailwind.css',
];

const configNames = ['js', 'ts', 'cjs', 'mjs'].map((ending) => `tailwind.config.${ending}`).filter(isTailwindConfig);

/**
 * Reads how the project that a file belongs to uses Tailwind.
 *
 * @param from path of the file
 * @param shown the version that styles are compiled with
 */
export async function tailwindProject(from: string, read: Read, shown: string): Promise<TailwindProject> {
  let config: { readonly name: string; readonly text: string } | null = null;
  for (const folder of parentFolders(from)) {
    const within = (name: string) => joinedPath(folder, name) ?? name;
    config ??= await firstOf(configNames, within, read);
    const manifest = await read(within('package.json'));
    const wanted = manifest === null ? null : versionIn(manifest);
    if (config === null && wanted === null) continue;
    const found = await firstOf(usualEntries, within, read, (text) => isTailwindEntry({ css: text }));
    return told({ config, wanted, entry: found === null ? null : { path: found.name, css: found.text } }, shown);
  }
  return { uses: false, entry: null, config: null, notes: [] };
}

function told(
  {
    config,
    wanted,
    entry,
  }: {
    readonly config: { readonly name: string; readonly text: string } | null;
    readonly wanted: string | null;
    readonly entry: StyleText | null;
  },
  shown: string,
): TailwindProject {
  // From version 4 on, a configuration counts only where a style sheet names it.
  const isOlder = wanted !== null && /^\D*[0-3]\b/.test(wanted);
  const counts = config !== null && (isOlder || wanted === null || entry?.css.includes('@tailwind ') === true);
  const literal = config === null || !counts ? null : tailwindConfig(config.text);
  const unread = counts && (literal === null || literal.hasMore);
  const notes: readonly PageNote[] = [
    ...(isOlder && wanted !== null ? [{ kind: 'version', name: 'tailwindcss', wanted, shown } as const] : []),
    ...(unread && config !== null ? [{ kind: 'styling', name: config.name } as const] : []),
  ];
  // A style sheet in the older way is what such a project would have.
  const older = { path: '', css: '@tailwind base; @tailwind components; @tailwind utilities;' };
  return { uses: true, entry: entry ?? (isOlder ? older : null), config: literal, notes };
}

async function firstOf(
  names: readonly string[],
  within: (name: string) => string,
  read: Read,
  isMeant: (text: string) => boolean = () => true,
): Promise<{ readonly name: string; readonly text: string } | null> {
  const texts = await Promise.all(names.map((name) => read(within(name))));
  const index = texts.findIndex((text) => text !== null && isMeant(text));
  const text = texts[index];
  const name = names[index];
  return typeof text === 'string' && name !== undefined ? { name: within(name), text } : null;
}

/** The version of Tailwind that a package asks for; null where it does not, or cannot be read. */
function versionIn(manifest: string): string | null {
  try {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(manifest) as Record<string, unknown>;
    for (const group of [dependencies, devDependencies, peerDependencies]) {
      const version: unknown = typeof group === 'object' && group !== null ? Reflect.get(group, 'tailwindcss') : null;
      if (typeof version === 'string') return version;
    }
    return null;
  } catch {
    return null;
  }
}
