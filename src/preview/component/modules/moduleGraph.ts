import type { StyleText } from '../../../app/preview/componentPorts.ts';
import type { PageFault, PageNote } from '../../../shared/previewView.ts';
import { placeholder } from '../../placeholder.ts';
import type { RenderTarget } from '../componentFramework.ts';
import type { Link } from '../runtime/linkedProgram.ts';
import { surroundingNames } from '../runtime/surroundingNames.ts';
import { type Barrel, type BarrelSource, exportsName } from './barrel.ts';
import { builtModules } from './builtModules.ts';
import type { ModuleCache } from './moduleCache.ts';
import type { ModuleResolver } from './moduleResolver.ts';
import type { ProjectFiles } from './projectFiles.ts';
import { UsedBarrels } from './usedBarrels.ts';

/** A module's code. */
interface GraphModule {
  readonly id: string;
  readonly body: string;
  /** The file's line of each of the code's; null where they are the same. */
  readonly lines: readonly (number | null)[] | null;
}

/** A file and all that it imports, as CommonJS modules. */
export interface ModuleGraph {
  /** Each module once, the entry first. */
  readonly modules: readonly GraphModule[];
  readonly links: Readonly<Record<string, Readonly<Record<string, Link>>>>;
  /** Styles in the order in which their modules are imported. */
  readonly styles: readonly StyleText[];
  /** Texts of the project's own code among the modules; they name the classes that are used. */
  readonly sources: readonly string[];
  /** What of the files is not taken into account. */
  readonly notes: readonly PageNote[];
}

/** What a graph is made with. */
export interface GraphTools {
  readonly files: ProjectFiles;
  readonly resolver: ModuleResolver;
  readonly cache: ModuleCache;
  readonly target: RenderTarget;
}

/** Follows a file's imports. A file that is no code is the fault of the whole. */
export async function moduleGraph(
  entry: { readonly path: string; readonly text: string },
  tools: GraphTools,
): Promise<ModuleGraph | { readonly fault: PageFault }> {
  const graph = new GrowingGraph(tools);
  const fault = await graph.add(entry.path, new TextEncoder().encode(entry.text), true);
  return fault === null ? graph.whole() : { fault };
}

class GrowingGraph {
  readonly #tools: GraphTools;
  readonly #seen = new Set<string>();
  readonly #modules: GraphModule[] = [];
  readonly #barrels = new UsedBarrels();
  readonly #links: Record<string, Record<string, Link>> = {};
  readonly #styles: StyleText[] = [];
  readonly #sources: string[] = [];
  readonly #notes: PageNote[] = [];

  constructor(tools: GraphTools) {
    this.#tools = tools;
  }

  whole(): ModuleGraph {
    return {
      modules: [...this.#modules, ...this.#barrels.modules()],
      links: this.#links,
      styles: this.#styles,
      sources: this.#sources,
      notes: this.#notes,
    };
  }

  /** Adds a module and what it imports. Gives why that cannot be, or null. */
  async add(id: string, bytes: Uint8Array, isEntry: boolean): Promise<PageFault | null> {
    this.#seen.add(id);
    const { files, target } = this.#tools;
    // What is imported is there as a whole.
    const world = { files, target: target === 'growing' && !isEntry ? 'static' : target };
    const made = await this.#tools.cache.code(id, bytes, world, isEntry);
    if ('fault' in made) return isEntry ? made.fault : { message: `${id}: ${made.fault.message}`, line: null };
    this.#modules.push({ id, body: made.code, lines: made.lines });
    if (made.isSource) this.#sources.push(new TextDecoder().decode(bytes));
    this.#notes.push(...made.notes);
    for (const [specifier, names] of made.uses) {
      const fault = await this.#follow(specifier, id, made.isModule, names);
      if (fault !== null) return fault;
    }
    // What a module imports is styled before it is.
    if (made.css !== '') this.#styles.push({ path: id, css: made.css });
    return null;
  }

  /** @param names what is used of what an import leads to; null for all of it */
  async #follow(
    specifier: string,
    from: string,
    modules: boolean,
    names: ReadonlySet<string> | null,
  ): Promise<PageFault | null> {
    const link = await this.#lead(specifier, from, modules);
    this.#links[from] = { ...this.#links[from], [specifier]: link };
    if (link.to !== 'module' || this.#seen.has(link.id)) return null;
    const bytes = await this.#tools.files.bytes(link.id);
    if (bytes === null) return null;
    const isPure = this.#tools.resolver.effectsOf(link.id) !== 'any';
    const barrel = isPure ? this.#tools.cache.barrel(link.id, bytes) : null;
    return barrel === null || names === null
      ? await this.#addWhole(link.id, bytes)
      : await this.#use(link.id, barrel, new Set([...names, ...(surroundingNames[specifier] ?? [])]));
  }

  /** Where an import leads, which may be a module of ours. */
  async #lead(specifier: string, from: string, modules: boolean): Promise<Link> {
    const { resolver, target } = this.#tools;
    const built = Object.hasOwn(builtModules, specifier) ? builtModules[specifier] : undefined;
    if (built !== undefined && (await resolver.resolve(built.of, from)).to === 'module') {
      return this.#made(specifier, built.body);
    }
    const link = await resolver.resolve(specifier, from, { modules, target: target === 'live' ? target : 'static' });
    if (link.to === 'module' && asText.test(specifier)) return await this.#text(link.id);
    const isLost = link.to === 'missing' && isPictureName(specifier);
    return isLost ? this.#made(specifier, `module.exports = ${JSON.stringify(placeholder(specifier))};`) : link;
  }

  async #addWhole(id: string, bytes: Uint8Array): Promise<PageFault | null> {
    this.#barrels.forget(id);
    return await this.add(id, bytes, false);
  }

  /** Adds of a module that only exports what others do no more than what is used. */
  async #use(id: string, barrel: Barrel, names: ReadonlySet<string>): Promise<PageFault | null> {
    const begun = await this.#begin(id, barrel);
    if (begun !== null) return begun;
    for (const name of names) {
      if (this.#barrels.has(id, name)) continue;
      const source = await this.#sourceOf(id, barrel, name);
      if (source === 'unknown') {
        const bytes = await this.#tools.files.bytes(id);
        return bytes === null ? null : await this.#addWhole(id, bytes);
      }
      this.#barrels.add(id, name, source);
      const { specifier = '', name: own = '' } = source ?? {};
      const fault =
        source === null ? null : await this.#follow(specifier, id, true, own === '*' ? null : new Set([own]));
      if (fault !== null) return fault;
    }
    return null;
  }

  /** Adds a barrel with what it runs: its styles, most of all, though nothing of it is used by name. */
  async #begin(id: string, { runs }: Barrel): Promise<PageFault | null> {
    if (this.#barrels.hasAny(id)) return null;
    const run = this.#tools.resolver.effectsOf(id) === 'some' ? runs : [];
    this.#barrels.begin(id, run);
    for (const specifier of run) {
      const fault = await this.#follow(specifier, id, true, null);
      if (fault !== null) return fault;
    }
    return null;
  }

  /** Where a barrel has a name from; null for nowhere. */
  async #sourceOf(id: string, barrel: Barrel, name: string): Promise<BarrelSource | 'unknown' | null> {
    const named = barrel.names.get(name);
    if (named !== undefined) return named;
    if (name === 'default') return null;
    // Files are likely to be called like what they export.
    const isLikely = (specifier: string) => specifier.replace(/\.\w+$/, '').endsWith(`/${name}`);
    const likely = barrel.stars.filter(isLikely);
    for (const specifier of [...likely, ...barrel.stars.filter((each) => !isLikely(each))]) {
      const target = this.#tools.target === 'live' ? 'live' : 'static';
      const link = await this.#tools.resolver.resolve(specifier, id, { modules: true, target });
      const has = link.to === 'module' ? await this.#exports(link.id, name) : 'unknown';
      if (has === 'unknown') return has;
      if (has) return { specifier, name };
    }
    return null;
  }

  async #exports(id: string, name: string): Promise<boolean | 'unknown'> {
    const bytes = await this.#tools.files.bytes(id);
    if (bytes === null) return 'unknown';
    const barrel = this.#tools.cache.barrel(id, bytes);
    if (barrel !== null) {
      const source = await this.#sourceOf(id, barrel, name);
      return source === 'unknown' ? source : source !== null;
    }
    return exportsName(new TextDecoder().decode(bytes), name);
  }

  /** A file as it is written, as Vite has it by `?raw`. */
  async #text(path: string): Promise<Link> {
    const id = `${path}?raw`;
    if (!this.#seen.has(id)) {
      this.#seen.add(id);
      const text = await this.#tools.files.text(path);
      this.#modules.push({ id, body: `module.exports = ${JSON.stringify(text)};`, lines: null });
    }
    return { to: 'module', id };
  }

  /** A module of ours in the place of what an import says. A picture that is not there is a marked one. */
  #made(specifier: string, body: string): Link {
    const id = `made:${specifier}`;
    if (!this.#seen.has(id)) {
      this.#seen.add(id);
      this.#modules.push({ id, body, lines: null });
    }
    return { to: 'module', id };
  }
}

const asText = /\?(?:.*&)?raw\b/;

function isPictureName(specifier: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp)(?:[?#].*)?$/i.test(specifier);
}
