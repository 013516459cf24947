import type { RenderRequest } from '../app/preview/previewPorts.ts';
import { relativePath } from '../core/preview/relativePath.ts';

/** No page that is still looked at as one file names more, in files and in bytes of all of them. */
const mostFiles = 100;
const mostBytes = 6 * 1024 * 1024;

const pictureTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  bmp: 'image/bmp',
};
const fontTypes: Readonly<Record<string, string>> = {
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
};

/** The files of the workspace that one page names, as they go into its document. Bounded in number and size. */
export class LocalFiles {
  readonly #request: RenderRequest;
  readonly #leftOut = new Set<string>();
  #files = 0;
  #bytes = 0;

  constructor(request: RenderRequest) {
    this.#request = request;
  }

  /** Addresses that were asked for and are not in the document. */
  get leftOut(): readonly string[] {
    return [...this.#leftOut];
  }

  /** Notes an address that the document does without. */
  leaveOut(address: string): void {
    const shown = address
      .trim()
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .slice(0, 120);
    if (shown !== '' && this.#leftOut.size < 20) this.#leftOut.add(shown);
  }

  /** A picture or font as a `data:` address; the same where it is one already; null for what is not at hand. */
  async picture(address: string, from: string): Promise<string | null> {
    const written = address.trim();
    if (/^data:(?:image|font)\//i.test(written) || /^data:application\/(?:x-)?font/i.test(written)) return written;
    const path = relativePath(written, from);
    const ending = path?.slice(path.lastIndexOf('.') + 1).toLowerCase() ?? '';
    const type = pictureTypes[ending] ?? fontTypes[ending];
    const bytes = path === null || type === undefined ? null : await this.#read(path);
    if (bytes === null) {
      this.leaveOut(written);
      return null;
    }
    return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  }

  /** A style sheet or script with its own path; null for what is not at hand. */
  async text(address: string, from: string): Promise<{ readonly path: string; readonly text: string } | null> {
    const path = relativePath(address, from);
    const bytes = path === null ? null : await this.#read(path);
    if (path === null || bytes === null) {
      this.leaveOut(address);
      return null;
    }
    return { path, text: new TextDecoder().decode(bytes) };
  }

  async #read(path: string): Promise<Uint8Array | null> {
    if (this.#files >= mostFiles) return null;
    this.#files += 1;
    const bytes = await this.#request.read(path);
    if (bytes === null || this.#bytes + bytes.length > mostBytes) return null;
    this.#bytes += bytes.length;
    return bytes;
  }
}
