import type { JsonObject } from '../../../core/jsonValue.ts';
import type { Link } from '../runtime/linkedProgram.ts';
import { folderOf, joinedPath, parentFolders } from './modulePath.ts';
import { type BuildWish, packageEntries } from './packageEntry.ts';
import { aliasedPaths } from './pathAliases.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** Endings that imports leave out, in the order in which they are tried. */
const endings = ['.tsx', '.ts', '.jsx', '.js', '.mjs', '.cjs', '.json', '.css', '.vue', '.svelte'];
const candidates = [...endings, ...endings.slice(0, 6).map((ending) => `/index${ending}`)];

const commonJs: BuildWish = { modules: false, target: 'static' };

/** A package's root, and what follows it. */
const packageRest = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+).*$/;

/** Where imports lead: to files of the project, to packages of the runtimes, to packages of the project, or nowhere. */
export class ModuleResolver {
  readonly #files: ProjectFiles;
  readonly #ours: readonly string[];
  readonly #effects = new Map<string, 'none' | 'some'>();

  /** @param ours names of packages that the runtimes bring */
  constructor(files: ProjectFiles, ours: readonly string[]) {
    this.#files = files;
    this.#ours = ours;
  }

  /**
   * Whether reading a package's modules does anything else than give what they export, by what the package says: where
   * none or only some do, what is not used may be left out. `any` for what says nothing, and for the project's own code.
   * https://webpack.js.org/guides/tree-shaking/#mark-the-file-as-side-effect-free
   */
  effectsOf(id: string): 'none' | 'some' | 'any' {
    for (const [root, effects] of this.#effects) {
      // What a package has packages of its own within is another's.
      if (id.startsWith(`${root}/`) && !id.slice(root.length).includes('/node_modules/')) return effects;
    }
    return 'any';
  }

  /**
   * @param from path of the file that imports
   * @param wish which build of a package is asked for; by itself, CommonJS for the sandbox
   */
  async resolve(written: string, from: string, wish: BuildWish = commonJs): Promise<Link> {
    const specifier = written.replace(/(?!^)[?#].*$/s, '');
    if (/^\.{0,2}\//.test(specifier) || /^\.\.?$/.test(specifier)) {
      const path = joinedPath(folderOf(from), specifier);
      return (path === null ? null : await this.#file(path)) ?? { to: 'missing', name: written };
    }
    if (this.#ours.some((name) => specifier === name || specifier.startsWith(`${name}/`))) {
      return { to: 'package', name: specifier };
    }
    for (const path of await aliasedPaths(specifier, from, this.#files)) {
      const found = await this.#file(path);
      if (found !== null) return found;
    }
    return (await this.#package(specifier, from, wish)) ?? { to: 'missing', name: specifier };
  }

  /** A file as it is written, or with one of the endings that imports leave out. */
  async #file(path: string): Promise<Link | null> {
    // TypeScript's modules name what they will be compiled to.
    const source = path.replace(/\.[mc]?jsx?$/, '');
    const compiled = source === path ? [] : [`${source}.tsx`, `${source}.ts`];
    const completed = candidates.map((ending) => `${path}${ending}`);
    const isWhole = /\.\w+$/.test(path);
    for (const id of isWhole ? [path, ...compiled, ...completed] : [...completed, path]) {
      if ((await this.#files.bytes(id)) !== null) return { to: 'module', id };
    }
    return null;
  }

  async #package(specifier: string, from: string, wish: BuildWish): Promise<Link | null> {
    const [, name, rest = ''] = /^((?:@[\w.-]+\/)?[\w.-]+)(\/.+)?$/s.exec(specifier) ?? [];
    if (name === undefined) return null;
    // What packages need of each other, pnpm has in a place of its own.
    const isPackaged = from.includes('node_modules/');
    for (const folder of parentFolders(from)) {
      if (folder.endsWith('node_modules')) continue;
      const roots = [`node_modules/${name}`, ...(isPackaged ? [`node_modules/.pnpm/node_modules/${name}`] : [])];
      for (const root of roots.map((each) => joinedPath(folder, each) ?? each)) {
        const manifest = await this.#files.json(`${root}/package.json`);
        if (manifest === null) continue;
        // Of a package without `exports`, a folder may be one of its own.
        const inner =
          rest === '' || manifest.exports !== undefined ? null : await this.#files.json(`${root}${rest}/package.json`);
        if (inner !== null) return await this.#entry(`${root}${rest}`, inner, '.', wish);
        return await this.#entry(root, manifest, `.${rest}`, wish);
      }
    }
    return null;
  }

  async #entry(root: string, manifest: JsonObject, subpath: string, wish: BuildWish): Promise<Link | null> {
    const isPure = manifest.sideEffects === false || Array.isArray(manifest.sideEffects);
    if (isPure) this.#effects.set(root, manifest.sideEffects === false ? 'none' : 'some');
    for (const entry of packageEntries(manifest, subpath, { ...wish, modules: wish.modules && isPure })) {
      const path = joinedPath(root, entry);
      const found = path?.startsWith(`${root.replace(packageRest, '$1')}/`) === true ? await this.#file(path) : null;
      if (found !== null) return found;
    }
    return null;
  }
}
