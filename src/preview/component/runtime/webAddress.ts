import { SearchParams } from './searchParams.ts';

const parts =
  /^(?<protocol>[a-z][a-z\d+.-]*:)(?:\/\/(?:[^/?#@]*@)?(?<hostname>[^/?#:]*)(?::(?<port>\d+))?)?(?<pathname>[^?#]*)(?<search>\?[^#]*)?(?<hash>#.*)?$/is;

/** `URL` where there is none, for the addresses that pages have. https://url.spec.whatwg.org/#api */
export class WebAddress {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly searchParams: SearchParams;
  pathname: string;
  search: string;
  hash: string;

  constructor(written: unknown, base?: unknown) {
    const found = parts.exec(whole(String(written).trim(), base))?.groups;
    if (found === undefined) throw new TypeError('Invalid URL');
    this.protocol = (found.protocol ?? '').toLowerCase();
    this.hostname = (found.hostname ?? '').toLowerCase();
    this.port = found.port ?? '';
    this.pathname = this.hostname === '' ? (found.pathname ?? '') : withoutDots(found.pathname ?? '');
    this.search = found.search === '?' ? '' : (found.search ?? '').replaceAll(' ', '%20');
    this.hash = found.hash === '#' ? '' : (found.hash ?? '');
    this.searchParams = new SearchParams(this.search, () => {
      const text = this.searchParams.toString();
      this.search = text === '' ? '' : `?${text}`;
    });
  }

  static canParse(written: unknown, base?: unknown): boolean {
    try {
      return new WebAddress(written, base).protocol !== '';
    } catch {
      return false;
    }
  }

  /** Gives nothing that leads anywhere. */
  static createObjectURL(): string {
    return 'data:,';
  }

  static revokeObjectURL(): void {
    // There is nothing to give back.
  }

  get host(): string {
    return this.port === '' ? this.hostname : `${this.hostname}:${this.port}`;
  }

  get origin(): string {
    return this.hostname === '' ? 'null' : `${this.protocol}//${this.host}`;
  }

  get href(): string {
    const before = this.hostname === '' ? this.protocol : this.origin;
    return `${before}${this.pathname}${this.search}${this.hash}`;
  }

  toString(): string {
    return this.href;
  }

  toJSON(): string {
    return this.href;
  }
}

function whole(written: string, base: unknown): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) return written;
  if (base === undefined) return '';
  const { protocol, hostname, origin, pathname, search } = new WebAddress(base);
  if (hostname === '') return '';
  if (written.startsWith('//')) return protocol + written;
  if (written.startsWith('/')) return origin + written;
  if (written.startsWith('#')) return `${origin}${pathname}${search}${written}`;
  if (written.startsWith('?') || written === '') return `${origin}${pathname}${written === '' ? search : written}`;
  return `${origin}${pathname.replace(/[^/]*$/, '')}${written}`;
}

/** `/a/../b/./c`: `/b/c`. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const names = path.split('/').slice(1);
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    if (name === '..') kept.pop();
    if (name !== '.' && name !== '..') kept.push(encodeURI(decoded(name)));
    else if (isLast) kept.push('');
  }
  return `/${kept.join('/')}`;
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
