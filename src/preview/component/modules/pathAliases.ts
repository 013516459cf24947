import type { JsonObject } from '../../../core/jsonValue.ts';
import { joinedPath, parentFolders } from './modulePath.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** Where a project says what its short names for folders mean; the first that says so counts. */
const configFiles = ['tsconfig.json', 'tsconfig.app.json', 'jsconfig.json'];

/**
 * What is meant where a project does not say, each with what it stands for: what most templates set up. SvelteKit's own
 * name is in a configuration that it writes when it first runs. https://svelte.dev/docs/kit/$lib
 */
const usual: readonly (readonly [name: string, folders: readonly string[]])[] = [
  ['@/', ['src/', '']],
  ['~/', ['src/', '']],
  ['$lib', ['src/lib']],
];

/**
 * Paths that an import such as `@/components/button` may mean, without the endings that it leaves out.
 * https://www.typescriptlang.org/tsconfig/#paths
 *
 * @param from path of the file that imports
 */
export async function aliasedPaths(specifier: string, from: string, files: ProjectFiles): Promise<readonly string[]> {
  for (const folder of parentFolders(from)) {
    for (const name of configFiles) {
      const options = optionsOf(await files.json(joinedPath(folder, name) ?? name));
      const mapped = options === null ? [] : mappedPaths(specifier, folder, options);
      if (mapped.length > 0) return mapped;
    }
  }
  const [name, meant] = usual.find(([each]) => specifier.startsWith(each)) ?? ['', []];
  const rest = specifier.slice(name.length);
  return parentFolders(from).flatMap((folder) => meant.flatMap((each) => joinedPath(folder, `${each}${rest}`) ?? []));
}

function optionsOf(config: JsonObject | null): JsonObject | null {
  const options = config?.compilerOptions;
  return typeof options === 'object' && options !== null && !Array.isArray(options) ? (options as JsonObject) : null;
}

function mappedPaths(specifier: string, folder: string, { baseUrl, paths }: JsonObject): readonly string[] {
  const base = joinedPath(folder, typeof baseUrl === 'string' ? baseUrl : '.') ?? folder;
  const patterns = Object.entries(typeof paths === 'object' && paths !== null ? paths : {});
  const found = patterns.flatMap(([pattern, targets]) => {
    const [before = '', after] = pattern.split('*');
    const isExact = after === undefined && specifier === pattern;
    const isPrefixed = after !== undefined && specifier.startsWith(before) && specifier.endsWith(after);
    if (!isExact && !isPrefixed) return [];
    const filling = isExact ? '' : specifier.slice(before.length, specifier.length - (after ?? '').length);
    const written: readonly unknown[] = Array.isArray(targets) ? targets : [];
    return written.map((target) =>
      joinedPath(
        base,
        String(target).replace('*', () => filling),
      ),
    );
  });
  const fromBase = typeof baseUrl === 'string' ? [joinedPath(base, specifier)] : [];
  return [...found, ...fromBase].filter((path) => path !== null);
}
