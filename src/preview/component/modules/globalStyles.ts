import type { StyleText } from '../../../app/preview/componentPorts.ts';
import { endingOf, joinedPath, parentFolders } from './modulePath.ts';
import type { ModuleResolver } from './moduleResolver.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** Where projects start: the file that mounts the application or lays it out, which brings the style sheets of all. */
const starts = [
  'src/main.tsx',
  'src/main.jsx',
  'src/main.ts',
  'src/main.js',
  'src/index.tsx',
  'src/index.jsx',
  'src/app/layout.tsx',
  'app/layout.tsx',
  'src/pages/_app.tsx',
  'pages/_app.tsx',
  'src/routes/+layout.svelte',
];

/**
 * The style sheets that the whole of a project is styled by, which a component does not import itself: those that its
 * start imports. None where there is no start of a usual name.
 *
 * @param from path of the component's file
 */
export async function globalStyles(
  from: string,
  files: ProjectFiles,
  resolver: ModuleResolver,
): Promise<readonly StyleText[]> {
  for (const folder of parentFolders(from)) {
    if ((await files.bytes(joinedPath(folder, 'package.json') ?? '')) === null) continue;
    for (const start of starts) {
      const path = joinedPath(folder, start) ?? start;
      const text = path === from ? null : await files.text(path);
      if (text !== null) return await sheetsOf(path, text, files, resolver);
    }
    return [];
  }
  return [];
}

async function sheetsOf(
  path: string,
  text: string,
  files: ProjectFiles,
  resolver: ModuleResolver,
): Promise<readonly StyleText[]> {
  const found: StyleText[] = [];
  for (const [, single, double] of text.matchAll(/^\s*import\s+(?:'([^']+\.css)'|"([^"]+\.css)")/gm)) {
    const link = await resolver.resolve(single ?? double ?? '', path);
    const css = link.to === 'module' && endingOf(link.id) === 'css' ? await files.text(link.id) : null;
    if (link.to === 'module' && css !== null) found.push({ path: link.id, css });
  }
  return found;
}
