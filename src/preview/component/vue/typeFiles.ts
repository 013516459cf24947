import type { ReadText } from '../componentFramework.ts';

/**
 * The files whose types a component's macros name. The compiler asks for them while it compiles and cannot wait: what it
 * misses is noted, read afterwards, and there when it compiles again.
 */
export class TypeFiles {
  readonly #read: ReadText;
  readonly #texts = new Map<string, string | null>();
  readonly #missing = new Set<string>();

  constructor(read: ReadText) {
    this.#read = read;
  }

  /** Those that were asked for. */
  get paths(): readonly string[] {
    return [...this.#texts.keys(), ...this.#missing];
  }

  /** @param file with a slash before the path */
  fileExists(file: string): boolean {
    return this.readFile(file) !== undefined;
  }

  readFile(file: string): string | undefined {
    const known = this.#texts.get(file);
    if (known === undefined) this.#missing.add(file);
    return known ?? undefined;
  }

  /** Reads what was asked for in vain. Gives whether there is anything new to compile with. */
  async readMissing(): Promise<boolean> {
    const missing = [...this.#missing];
    this.#missing.clear();
    const texts = await Promise.all(missing.map((file) => this.#read(file.replace(/^\/+/, ''))));
    for (const [index, file] of missing.entries()) this.#texts.set(file, texts[index] ?? null);
    return texts.some((text) => text !== null);
  }
}
