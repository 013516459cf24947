import { relativePath } from '../../core/preview/relativePath.ts';
import type { ReadText } from '../component/componentFramework.ts';
import {
  type Declaration,
  declarationOf,
  defaultExport,
  handedOn,
  importOf,
  nameOf,
  type Origin,
} from './declarations.ts';
import { readScript, type Script } from './script.ts';

/** A declaration, and the script that it stands in, by which its own names are looked up. */
export interface Place {
  readonly declaration: Declaration;
  readonly script: Script;
}

/** Names are followed through at most so many files that hand them on. */
const mostHops = 5;

/** What a path without an ending may mean, the likeliest first. */
const endings = ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '/index.ts', '/index.tsx', '/index.js', '/index.d.ts'];

/**
 * The scripts that declarations are looked up in. Looking up reads nothing: what is missing is remembered, to be read
 * before everything is looked up again, so that only files are read whose declarations are needed.
 */
export class Scripts {
  readonly #known = new Map<string, Script | null>();
  readonly #missing = new Set<string>();

  /** What a name means in a script; null for what no readable file declares. */
  find(name: string, script: Script, hops = 0): Place | null {
    const declaration = declarationOf(script, name);
    if (declaration !== null) return { declaration, script };
    const origin = importOf(script, name);
    return origin === null ? null : this.#follow(origin, script, hops);
  }

  /** What another file exports, as `import('./file').Name` says it. */
  findIn({ source, name }: Origin, script: Script): Place | null {
    return this.#follow({ source, name }, script, 0);
  }

  /** Reads what was missed. Gives whether anything was. */
  async readMissing(read: ReadText): Promise<boolean> {
    const missing = [...this.#missing];
    this.#missing.clear();
    for (const path of missing) this.#known.set(path, await readAny(path, read));
    return missing.length > 0;
  }

  #follow(origin: Origin, from: Script, hops: number): Place | null {
    const path = pathOf(origin.source, from.path);
    if (path === null || hops > mostHops) return null;
    const script = this.#known.get(path);
    if (script === undefined) this.#missing.add(path);
    if (script === undefined || script === null) return null;
    if (origin.name === 'default') {
      const exported = defaultExport(script);
      if (exported === null) return this.#handedOn('default', script, hops);
      if (exported.type === 'Identifier') return this.find(exported.name, script, hops + 1);
      return 'id' in exported && nameOf(exported as Declaration) !== null
        ? { declaration: exported as Declaration, script }
        : null;
    }
    return this.find(origin.name, script, hops + 1) ?? this.#handedOn(origin.name, script, hops);
  }

  #handedOn(name: string, script: Script, hops: number): Place | null {
    for (const origin of handedOn(script, name)) {
      const place = this.#follow(origin, script, hops + 1);
      if (place !== null) return place;
    }
    return null;
  }
}

/** The file that an import means, without an ending where it has none; null for a package. */
function pathOf(source: string, from: string): string | null {
  if (source.startsWith('.')) return relativePath(source, from);
  // What most projects mean by these: their folder of sources.
  const alias = /^(?:[@~]|\$lib)\//.exec(source);
  const sources = /^(?:.*\/)?src\//.exec(from);
  if (alias === null || sources === null) return null;
  return `${sources[0]}${source.startsWith('$lib') ? 'lib/' : ''}${source.slice(alias[0].length)}`;
}

async function readAny(path: string, read: ReadText): Promise<Script | null> {
  const asWritten = /\.(?:[cm]?[jt]sx?|vue|svelte)$/.test(path) ? [path] : [];
  // TypeScript's own files are imported by the names that they are compiled to.
  const compiled = /\.[cm]?jsx?$/.test(path) ? [path.replace(/js(x?)$/, 'ts$1'), path.replace(/jsx?$/, 'tsx')] : [];
  for (const candidate of [...compiled, ...asWritten, ...endings.map((ending) => path + ending)]) {
    const text = await read(candidate);
    if (text !== null) return readScript(candidate, text);
  }
  return null;
}
