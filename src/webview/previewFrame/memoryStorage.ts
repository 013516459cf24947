/**
 * Gives a frame what browsers keep for a page between visits, which a frame without an origin of its own has no part in: as
 * at a first visit, kept as long as the document is. Pages read it as they start, and would go no further without it.
 */
export function installStorage(view: object, document: object): void {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(view, name, { value: memoryStorage(), configurable: true, enumerable: true });
  }
  let cookies: readonly string[] = [];
  Object.defineProperty(document, 'cookie', {
    get: () => cookies.join('; '),
    set: (written: unknown) => {
      const [pair = ''] = String(written).split(';');
      const name = pair.split('=')[0] ?? '';
      cookies = [...cookies.filter((cookie) => !cookie.startsWith(`${name}=`)), pair.trim()];
    },
    configurable: true,
    enumerable: true,
  });
}

/** Values by name, read and written as the items of a `Storage` and as its properties. */
function memoryStorage(): object {
  const items = new Map<string, string>();
  const methods: Readonly<Record<string, unknown>> = {
    getItem: (name: unknown) => items.get(String(name)) ?? null,
    setItem: (name: unknown, value: unknown) => void items.set(String(name), String(value)),
    removeItem: (name: unknown) => void items.delete(String(name)),
    clear: () => items.clear(),
    key: (place: number) => [...items.keys()][place] ?? null,
  };
  return new Proxy(Object.create(null) as object, {
    get: (_target, name) => {
      if (name === 'length') return items.size;
      if (typeof name === 'symbol') return undefined;
      return Object.hasOwn(methods, name) ? methods[name] : items.get(name);
    },
    set: (_target, name, value) => {
      items.set(String(name), String(value));
      return true;
    },
    has: (_target, name) => typeof name === 'string' && items.has(name),
    deleteProperty: (_target, name) => {
      items.delete(String(name));
      return true;
    },
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: (_target, name) => {
      const value = typeof name === 'string' ? items.get(name) : undefined;
      return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
    },
  });
}
