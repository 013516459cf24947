import type { FrameworkRuntime } from './componentRuntime.ts';
import type { LinkedProgram, ModuleBody } from './linkedProgram.ts';
import { missingPackage } from './missingPackage.ts';

/** Modules by name, each run once when it is first required. */
export class ModuleLoader {
  readonly #bodies = new Map<string, ModuleBody>();
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #missing = new Map<string, unknown>();
  readonly #required = new Map<string, unknown>();
  readonly #runtime: FrameworkRuntime;

  constructor(runtime: FrameworkRuntime) {
    this.#runtime = runtime;
  }

  /** Packages that were asked for and are not there. */
  get missing(): readonly string[] {
    return [...this.#missing.keys()];
  }

  /**
   * What a package of the project's exports, where a module asked for it by this name, or what a file of a package does
   * that was read; undefined elsewhere.
   */
  required(name: string): unknown {
    const known = this.#required.get(name);
    if (known !== undefined) return known;
    return [...this.#modules].find(([id]) => id.endsWith(`node_modules/${name}.js`))?.[1].exports;
  }

  define(id: string, body: ModuleBody): void {
    this.#bodies.set(id, body);
  }

  /** What a module exports. Throws what the module throws. */
  load(id: string, program: LinkedProgram): unknown {
    const loaded = this.#modules.get(id);
    if (loaded !== undefined) return loaded.exports;
    const body = this.#bodies.get(id);
    if (body === undefined) throw new Error(`No module ${id}`);
    const module = { exports: {} as unknown };
    this.#modules.set(id, module);
    body(module, module.exports, (specifier) => this.#require(id, specifier, program));
    return module.exports;
  }

  #require(from: string, specifier: string, program: LinkedProgram): unknown {
    const link = program.links[from]?.[specifier] ?? ({ to: 'missing', name: specifier } as const);
    if (link.to === 'module') {
      const loaded = this.load(link.id, program);
      if (!specifier.startsWith('.')) this.#required.set(specifier, loaded);
      return loaded;
    }
    const { packages } = this.#runtime;
    if (link.to === 'package' && Object.hasOwn(packages, link.name)) return packages[link.name];
    return this.#requireMissing(link.name, program);
  }

  #requireMissing(name: string, { missingWords }: LinkedProgram): unknown {
    const known = this.#missing.get(name);
    if (known !== undefined) return known;
    const words = missingWords.replace('{0}', () => name);
    const told = new Set<string>();
    const didUse = (used: string) => {
      if (!told.has(used)) console.warn(used);
      told.add(used);
    };
    const made = missingPackage(words, { ...this.#runtime, didUse });
    this.#missing.set(name, made);
    return made;
  }
}
