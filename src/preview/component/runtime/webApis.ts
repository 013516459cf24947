/**
 * What servers and browsers have beside the language and components use as they render: addresses and texts as bytes. As
 * far as a page that is rendered once has a use for them. https://url.spec.whatwg.org
 */
export function installWebApis(world: Record<string, unknown>): void {
  Object.assign(world, {
    URLSearchParams: SearchParameters,
    URL: Address,
    // Browsers say no more of it either. What waits for an answer is shown waiting.
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    TextEncoder: class {
      encode(text = ''): Uint8Array {
        return Uint8Array.from(bytesOf(String(text)));
      }
    },
    btoa: (text: unknown) => base64(String(text)),
    atob: (text: unknown) => fromBase64(String(text)),
  });
}

type Pair = readonly [string, string];

class SearchParameters {
  #pairs: readonly Pair[];

  constructor(given?: unknown) {
    this.#pairs = pairsOf(given);
  }

  get size(): number {
    return this.#pairs.length;
  }

  get(name: string): string | null {
    return this.#pairs.find(([own]) => own === String(name))?.[1] ?? null;
  }

  getAll(name: string): string[] {
    return this.#pairs.filter(([own]) => own === String(name)).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  append(name: string, value: unknown): void {
    this.#pairs = [...this.#pairs, [String(name), String(value)]];
  }

  set(name: string, value: unknown): void {
    const place = this.#pairs.findIndex(([own]) => own === String(name));
    if (place < 0) this.append(name, value);
    else
      this.#pairs = this.#pairs.flatMap((pair, at) =>
        at === place ? [[pair[0], String(value)]] : pair[0] === name ? [] : [pair],
      );
  }

  delete(name: string): void {
    this.#pairs = this.#pairs.filter(([own]) => own !== String(name));
  }

  sort(): void {
    this.#pairs = [...this.#pairs].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  }

  forEach(each: (value: string, name: string, all: SearchParameters) => void): void {
    for (const [name, value] of this.#pairs) each(value, name, this);
  }

  keys(): IterableIterator<string> {
    return this.#pairs.map(([name]) => name).values();
  }

  values(): IterableIterator<string> {
    return this.#pairs.map(([, value]) => value).values();
  }

  entries(): IterableIterator<Pair> {
    return this.#pairs.values();
  }

  [Symbol.iterator](): IterableIterator<Pair> {
    return this.entries();
  }

  toString(): string {
    return this.#pairs.map((pair) => pair.map(encoded).join('=')).join('&');
  }
}

function pairsOf(given: unknown): readonly Pair[] {
  if (given === undefined || given === null) return [];
  if (typeof given === 'object') {
    const entries = Symbol.iterator in given ? [...(given as Iterable<Pair>)] : Object.entries(given);
    return entries.map(([name, value]) => [String(name), String(value)]);
  }
  const parts = String(given).replace(/^\?/, '').split('&');
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...value] = part.split('=');
      return [decoded(name), decoded(value.join('='))];
    });
}

function encoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decoded(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

const written =
  /^([a-z][a-z\d+.-]*:)(?:\/\/(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/is;
const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' };

class Address {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly port: string;
  pathname: string;
  hash: string;
  readonly searchParams: SearchParameters;

  constructor(given: unknown, base?: unknown) {
    const parts =
      written.exec(String(given).trim()) ??
      (base === undefined ? null : written.exec(resolved(String(given).trim(), new Address(base))));
    if (parts === null) throw new TypeError('Invalid URL');
    const [, protocol = '', person = '', host = '', port = '', path = '', query = '', hash = ''] = parts;
    this.protocol = protocol.toLowerCase();
    [this.username = '', this.password = ''] = person.split(':');
    this.hostname = host.toLowerCase();
    this.port = port === usualPorts[this.protocol] ? '' : port;
    this.pathname = this.hostname === '' ? path : withoutDots(path);
    this.hash = hash === '#' ? '' : hash;
    this.searchParams = new SearchParameters(query);
  }

  static canParse(given: unknown, base?: unknown): boolean {
    try {
      return new Address(given, base).protocol !== '';
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

  get search(): string {
    const query = this.searchParams.toString();
    return query === '' ? '' : `?${query}`;
  }

  get href(): string {
    const password = this.password === '' ? '' : `:${this.password}`;
    const person = this.username === '' ? '' : `${this.username}${password}@`;
    const authority = this.hostname === '' ? '' : `//${person}${this.host}`;
    return `${this.protocol}${authority}${this.pathname}${this.search}${this.hash}`;
  }

  toString(): string {
    return this.href;
  }

  toJSON(): string {
    return this.href;
  }
}

/** A reference as a whole address. */
function resolved(reference: string, base: Address): string {
  if (reference.startsWith('//')) return `${base.protocol}${reference}`;
  if (reference.startsWith('/')) return `${base.origin}${reference}`;
  if (/^[?#]/.test(reference) || reference === '') {
    const query = reference.startsWith('?') ? '' : base.search;
    return `${base.origin}${base.pathname}${query}${reference}`;
  }
  return `${base.origin}${base.pathname.replace(/[^/]*$/, '')}${reference}`;
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const parts = path.replace(/^\//, '').split('/');
  parts.forEach((part, at) => {
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
    if ((part === '..' || part === '.') && at === parts.length - 1) kept.push('');
  });
  return `/${kept.join('/')}`;
}

function bytesOf(text: string): readonly number[] {
  const signs = encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).match(/%..|./g) ?? [];
  return signs.map((sign) => (sign.length === 3 ? Number.parseInt(sign.slice(1), 16) : sign.charCodeAt(0)));
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(text: string): string {
  const bits = Array.from(text, (sign) => sign.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,6}/g) ?? [];
  const made = groups.map((group) => digits[Number.parseInt(group.padEnd(6, '0'), 2)]).join('');
  return made.padEnd(Math.ceil(made.length / 4) * 4, '=');
}

function fromBase64(text: string): string {
  const bits = Array.from(text.replace(/[\s=]/g, ''), (sign) => digits.indexOf(sign).toString(2).padStart(6, '0')).join(
    '',
  );
  const bytes = bits.match(/.{8}/g) ?? [];
  return bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}
