import type { BarrelSource } from './barrel.ts';

/** Modules that only export what others do, with no more than what is used of each. */
export class UsedBarrels {
  readonly #barrels = new Map<string, Map<string, BarrelSource | null>>();

  has(id: string, name: string): boolean {
    return this.#barrels.get(id)?.has(name) === true;
  }

  /** @param source null where the module has no such name */
  add(id: string, name: string, source: BarrelSource | null): void {
    this.#barrels.set(id, (this.#barrels.get(id) ?? new Map()).set(name, source));
  }

  /** Leaves a module to be taken as a whole. */
  forget(id: string): void {
    this.#barrels.delete(id);
  }

  /** Each as the body of a CommonJS module. */
  modules(): readonly { readonly id: string; readonly body: string; readonly lines: null }[] {
    return [...this.#barrels].map(([id, names]) => ({ id, body: bodyOf(names), lines: null }));
  }
}

function bodyOf(names: ReadonlyMap<string, BarrelSource | null>): string {
  const getters = [...names].map(([name, source]) => {
    if (source === null) return '';
    const module = `require(${JSON.stringify(source.specifier)})`;
    return `Object.defineProperty(exports,${JSON.stringify(name)},{enumerable:true,get:()=>${readFrom(module, source.name)}});`;
  });
  return `Object.defineProperty(exports,"__esModule",{value:true});${getters.join('')}`;
}

/** What is no ES module is by itself what it exports by default. */
function readFrom(module: string, name: string): string {
  if (name === '*') return module;
  if (name === 'default') return `((all)=>all&&all.__esModule?all.default:all)(${module})`;
  return `${module}[${JSON.stringify(name)}]`;
}
