import type { StyleText } from '../../../app/preview/componentPorts.ts';
import type { PageFault, PageNote } from '../../../shared/previewView.ts';
import { placeholder } from '../../placeholder.ts';
import type { RenderTarget } from '../componentFramework.ts';
import type { Link } from '../runtime/linkedProgram.ts';
import { requiredBy } from './compileScript.ts';
import type { ModuleCache } from './moduleCache.ts';
import type { ModuleResolver } from './moduleResolver.ts';
import type { ProjectFiles } from './projectFiles.ts';

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
  readonly #links: Record<string, Record<string, Link>> = {};
  readonly #styles: StyleText[] = [];
  readonly #sources: string[] = [];
  readonly #notes: PageNote[] = [];

  constructor(tools: GraphTools) {
    this.#tools = tools;
  }

  whole(): ModuleGraph {
    return {
      modules: this.#modules,
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
    const links: Record<string, Link> = {};
    this.#links[id] = links;
    for (const specifier of requiredBy(made.code)) {
      const link = await this.#tools.resolver.resolve(specifier, id);
      links[specifier] = isPictureName(specifier) && link.to === 'missing' ? this.#placeholder(specifier) : link;
      if (link.to === 'module' && asText.test(specifier)) {
        links[specifier] = await this.#text(link.id);
        continue;
      }
      if (link.to !== 'module' || this.#seen.has(link.id)) continue;
      const imported = await this.#tools.files.bytes(link.id);
      const fault = imported === null ? null : await this.add(link.id, imported, false);
      if (fault !== null) return fault;
    }
    // What a module imports is styled before it is.
    if (made.css !== '') this.#styles.push({ path: id, css: made.css });
    return null;
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

  /** A picture that is not there is a marked one. */
  #placeholder(specifier: string): Link {
    const id = `placeholder:${specifier}`;
    if (!this.#seen.has(id)) {
      this.#seen.add(id);
      this.#modules.push({ id, body: `module.exports = ${JSON.stringify(placeholder(specifier))};`, lines: null });
    }
    return { to: 'module', id };
  }
}

const asText = /\?(?:.*&)?raw\b/;

function isPictureName(specifier: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp)(?:[?#].*)?$/i.test(specifier);
}
