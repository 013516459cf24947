/** `URLSearchParams` where there is none. https://url.spec.whatwg.org/#interface-urlsearchparams */
export class SearchParams {
  readonly #didChange: () => void;
  #pairs: readonly (readonly [string, string])[];

  /** @param didChange hears of every change */
  constructor(given: unknown = '', didChange: () => void = () => undefined) {
    this.#pairs = pairsOf(given);
    this.#didChange = didChange;
  }

  get size(): number {
    return this.#pairs.length;
  }

  get(name: string): string | null {
    return this.#pairs.find(([each]) => each === String(name))?.[1] ?? null;
  }

  getAll(name: string): string[] {
    return this.#pairs.filter(([each]) => each === String(name)).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  append(name: string, value: unknown): void {
    this.#change([...this.#pairs, [String(name), String(value)]]);
  }

  set(name: string, value: unknown): void {
    const at = this.#pairs.findIndex(([each]) => each === String(name));
    const others = this.#pairs.filter(([each]) => each !== String(name));
    const place = at < 0 ? others.length : at;
    this.#change([...others.slice(0, place), [String(name), String(value)], ...others.slice(place)]);
  }

  delete(name: string): void {
    this.#change(this.#pairs.filter(([each]) => each !== String(name)));
  }

  sort(): void {
    this.#change([...this.#pairs].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
  }

  forEach(task: (value: string, name: string, params: SearchParams) => void): void {
    for (const [name, value] of this.#pairs) task(value, name, this);
  }

  *entries(): Generator<[string, string]> {
    for (const [name, value] of this.#pairs) yield [name, value];
  }

  *keys(): Generator<string> {
    for (const [name] of this.#pairs) yield name;
  }

  *values(): Generator<string> {
    for (const [, value] of this.#pairs) yield value;
  }

  [Symbol.iterator](): Generator<[string, string]> {
    return this.entries();
  }

  toString(): string {
    return this.#pairs.map(([name, value]) => `${written(name)}=${written(value)}`).join('&');
  }

  #change(pairs: readonly (readonly [string, string])[]): void {
    this.#pairs = pairs;
    this.#didChange();
  }
}

function pairsOf(given: unknown): readonly (readonly [string, string])[] {
  if (typeof given !== 'object' || given === null) {
    const parts = String(given ?? '')
      .replace(/^\?/, '')
      .split('&');
    return parts.filter((part) => part !== '').map(pairIn);
  }
  const pairs = Symbol.iterator in given ? [...(given as Iterable<readonly unknown[]>)] : Object.entries(given);
  return pairs.map(([name, value]) => [String(name), String(value)]);
}

function pairIn(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [read(part), ''] : [read(part.slice(0, at)), read(part.slice(at + 1))];
}

function read(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function written(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
