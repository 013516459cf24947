/** What browsers and servers tell of things by, and have bodies and forms in; nothing of it is ever sent. */
export function installEventApis(world: Record<string, unknown>): void {
  Object.assign(world, {
    Event: Happening,
    CustomEvent: CustomHappening,
    EventTarget: Target,
    AbortSignal: Signal,
    AbortController: Controller,
    Headers: HeaderList,
    FormData: FormValues,
    Blob: Bytes,
    File: NamedBytes,
    TextDecoder: class {
      readonly encoding = 'utf-8';
      decode(bytes?: Uint8Array): string {
        const signs = Array.from(bytes ?? [], (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
        try {
          return decodeURIComponent(signs);
        } catch {
          return '\uFFFD';
        }
      }
    },
  });
}

type Listener = ((event: Happening) => void) | { readonly handleEvent: (event: Happening) => void };

class Happening {
  readonly type: string;
  target: unknown = null;
  defaultPrevented = false;

  constructor(type: unknown) {
    this.type = String(type);
  }

  preventDefault(): void {
    this.defaultPrevented = true;
  }

  stopPropagation(): void {
    // It goes no further anyway.
  }
}

class CustomHappening extends Happening {
  readonly detail: unknown;

  constructor(type: unknown, options?: { readonly detail?: unknown }) {
    super(type);
    this.detail = options?.detail ?? null;
  }
}

class Target {
  readonly #listeners = new Map<string, Set<Listener>>();

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, new Set([...(this.#listeners.get(type) ?? []), listener]));
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#listeners.get(type)?.delete(listener);
  }

  dispatchEvent(event: Happening): boolean {
    event.target = this;
    for (const listener of this.#listeners.get(event.type) ?? []) {
      if (typeof listener === 'function') Reflect.apply(listener, this, [event]);
      else listener.handleEvent(event);
    }
    return !event.defaultPrevented;
  }
}

class Signal extends Target {
  aborted = false;
  reason: unknown = undefined;
  onabort: ((event: Happening) => void) | null = null;

  /** No time passes in a page that is rendered once. */
  static timeout(): Signal {
    return new Signal();
  }

  static abort(reason?: unknown): Signal {
    const signal = new Signal();
    signal.end(reason);
    return signal;
  }

  static any(signals: Iterable<Signal>): Signal {
    const ended = [...signals].find(({ aborted }) => aborted);
    return ended === undefined ? new Signal() : Signal.abort(ended.reason);
  }

  end(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? Object.assign(new Error('This operation was aborted'), { name: 'AbortError' });
    const event = new Happening('abort');
    this.dispatchEvent(event);
    this.onabort?.(event);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }
}

class Controller {
  readonly signal = new Signal();

  abort(reason?: unknown): void {
    this.signal.end(reason);
  }
}

type Entries = Iterable<readonly [string, unknown]>;

function entriesOf(given: unknown): Entries {
  if (typeof given !== 'object' || given === null) return [];
  return Symbol.iterator in given ? (given as Entries) : Object.entries(given);
}

class HeaderList extends Map<string, string> {
  constructor(given?: unknown) {
    super();
    for (const [name, value] of entriesOf(given)) this.set(name, String(value));
  }

  override get(name: string): string | undefined {
    return super.get(name.toLowerCase());
  }

  override has(name: string): boolean {
    return super.has(name.toLowerCase());
  }

  override set(name: string, value: string): this {
    return super.set(name.toLowerCase(), value);
  }

  append(name: string, value: string): void {
    const known = this.get(name);
    this.set(name, known === undefined ? value : `${known}, ${value}`);
  }
}

class FormValues {
  #values: readonly (readonly [string, unknown])[] = [];

  append(name: string, value: unknown): void {
    this.#values = [...this.#values, [name, value]];
  }

  set(name: string, value: unknown): void {
    this.delete(name);
    this.append(name, value);
  }

  delete(name: string): void {
    this.#values = this.#values.filter(([own]) => own !== name);
  }

  get(name: string): unknown {
    return this.#values.find(([own]) => own === name)?.[1] ?? null;
  }

  getAll(name: string): unknown[] {
    return this.#values.filter(([own]) => own === name).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.#values.some(([own]) => own === name);
  }

  entries(): IterableIterator<readonly [string, unknown]> {
    return this.#values.values();
  }

  [Symbol.iterator](): IterableIterator<readonly [string, unknown]> {
    return this.entries();
  }
}

/** Of a file a page shows its name, its size and its kind. */
class Bytes {
  readonly size: number;
  readonly type: string;

  constructor(parts: readonly unknown[] = [], options?: { readonly type?: string }) {
    this.size = parts.reduce<number>((sum, part) => sum + String(part).length, 0);
    this.type = options?.type ?? '';
  }
}

class NamedBytes extends Bytes {
  readonly name: string;
  readonly lastModified = 0;

  constructor(parts: readonly unknown[], name: string, options?: { readonly type?: string }) {
    super(parts, options);
    this.name = name;
  }
}
