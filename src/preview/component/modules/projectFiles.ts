import type { JsonObject } from '../../../core/jsonValue.ts';

/** More is nothing that a preview should wait for; in files and bytes. */
const mostFiles = 1000;
const mostBytes = 12 * 1024 * 1024;

/** The project's files while one component is made; each is asked for once. */
export class ProjectFiles {
  readonly #read: (path: string) => Promise<Uint8Array | null>;
  readonly #known = new Map<string, Promise<Uint8Array | null>>();
  #files = 0;
  #bytes = 0;

  constructor(read: (path: string) => Promise<Uint8Array | null>) {
    this.#read = read;
  }

  /** Whether no more can be read, so that something may be missing that is there. */
  get isFull(): boolean {
    return this.#files >= mostFiles || this.#bytes >= mostBytes;
  }

  async bytes(path: string): Promise<Uint8Array | null> {
    const known = this.#known.get(path);
    if (known !== undefined) return await known;
    const read = this.isFull ? Promise.resolve(null) : this.#counted(path);
    this.#known.set(path, read);
    return await read;
  }

  async text(path: string): Promise<string | null> {
    const bytes = await this.bytes(path);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  }

  /** An object of JSON with comments, as configuration files have it; null for what is none. */
  async json(path: string): Promise<JsonObject | null> {
    const text = await this.text(path);
    if (text === null) return null;
    for (const written of [text, withoutComments(text)]) {
      try {
        const value: unknown = JSON.parse(written);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
      } catch {
        // With comments, or broken.
      }
    }
    return null;
  }

  async #counted(path: string): Promise<Uint8Array | null> {
    const bytes = await this.#read(path);
    if (bytes === null) return null;
    this.#files += 1;
    this.#bytes += bytes.length;
    return bytes;
  }
}

function withoutComments(text: string): string {
  const plain = text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*.*?\*\//gs, (all) => (all.startsWith('"') ? all : ''));
  return plain.replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/gs, (all) => (all.startsWith('"') ? all : ''));
}
