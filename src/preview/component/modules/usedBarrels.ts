import type { BarrelSource } from './barrel.ts';

/** Modules that only export what others do, with no more than what is used of each. */
export class UsedBarrels {
  readonly #barrels = new Map<string, Map<string, BarrelSource | null>>();
  readonly #runs = new Map<string, readonly string[]>();

  hasAny(id: string): boolean {
    return this.#barrels.has(id);
  }

  /** Adds a module of which nothing is used yet. @param runs what it imports for nothing but what that does */
  begin(id: string, runs: readonly string[]): void {
    this.#barrels.set(id, new Map());
    this.#runs.set(id, runs);
  }

  has(id: string, name: string): boolean {
    return this.#barrels.get(id)?.has(name) === true;
  }

  /** To a module that has been begun. @param source null where the module has no such name */
  add(id: string, name: string, source: BarrelSource | null): void {
    this.#barrels.get(id)?.set(name, source);
  }

  /** Leaves a module to be taken as a whole. */
  forget(id: string): void {
    this.#barrels.delete(id);
  }

  /** Each as the body of a CommonJS module. */
  modules(): readonly { readonly id: string; readonly body: string; readonly lines: null }[] {
    return [...this.#barrels].map(([id, names]) => ({
      id,
      body: bodyOf(this.#runs.get(id) ?? [], names),
      lines: null,
    }));
  }
}

function bodyOf(runs: readonly string[], names: ReadonlyMap<string, BarrelSource | null>): string {
  const required = runs.map((specifier) => `require(${JSON.stringify(specifier)});`);
  const getters = [...names].map(([name, source]) => {
    if (source === null) return '';
    const module = `require(${JSON.stringify(source.specifier)})`;
    return `Object.defineProperty(exports,${JSON.stringify(name)},{enumerable:true,get:()=>${readFrom(module, source.name)}});`;
  });
  return `Object.defineProperty(exports,"__esModule",{value:true});${[...required, ...getters].join('')}`;
}

/** What is no ES module is by itself what it exports by default. */
function readFrom(module: string, name: string): string {
  if (name === '*') return module;
  if (name === 'default') return `((all)=>all&&all.__esModule?all.default:all)(${module})`;
  return `${module}[${JSON.stringify(name)}]`;
}
