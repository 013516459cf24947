/**
 * Names of a browser's world that components read while they render, be it to begin with what was stored or with how
 * wide a window is. The sandbox has none of them, as servers have none.
 */
const names = [
  'window',
  'self',
  'document',
  'localStorage',
  'sessionStorage',
  'navigator',
  'location',
  'history',
  'matchMedia',
  'innerWidth',
  'innerHeight',
  'devicePixelRatio',
  'addEventListener',
  'getComputedStyle',
  'HTMLElement',
  'Element',
  'Node',
  'ResizeObserver',
  'IntersectionObserver',
  'MutationObserver',
] as const;

/** Whether an error's message says that a part of a browser's world is missed. */
export function missesBrowser(message: string): boolean {
  const missed = /^ReferenceError: '?(\w+)'? is not defined/.exec(message)?.[1];
  return names.some((name) => name === missed);
}

/** Puts empty stand-ins in their place: a window of a usual size in which nothing is stored, shown or heard. */
export function installStandIns(world: Record<string, unknown>): void {
  const nothing = () => undefined;
  const listening = { addEventListener: nothing, removeEventListener: nothing, dispatchEvent: () => true };
  class Element {}
  class Observer {
    observe = nothing;
    unobserve = nothing;
    disconnect = nothing;
  }
  const element = (): object =>
    Object.assign(new Element(), listening, {
      style: { setProperty: nothing, removeProperty: nothing },
      dataset: {},
      classList: { add: nothing, remove: nothing, toggle: () => false, contains: () => false },
      getAttribute: () => null,
      setAttribute: nothing,
      removeAttribute: nothing,
      appendChild: (child: unknown) => child,
      removeChild: (child: unknown) => child,
      getBoundingClientRect: () => ({ x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0 }),
    });
  const storage = () => ({
    getItem: () => null,
    setItem: nothing,
    removeItem: nothing,
    clear: nothing,
    key: () => null,
    length: 0,
  });
  Object.assign(world, listening, {
    window: world,
    self: world,
    document: {
      ...listening,
      defaultView: world,
      documentElement: element(),
      head: element(),
      body: element(),
      title: '',
      cookie: '',
      readyState: 'complete',
      visibilityState: 'visible',
      getElementById: () => null,
      querySelector: () => null,
      querySelectorAll: () => [],
      createElement: element,
    },
    localStorage: storage(),
    sessionStorage: storage(),
    navigator: { userAgent: '', platform: '', language: 'en-US', languages: ['en-US'], onLine: true },
    location: {
      href: 'http://localhost/',
      origin: 'http://localhost',
      protocol: 'http:',
      host: 'localhost',
      hostname: 'localhost',
      port: '',
      pathname: '/',
      search: '',
      hash: '',
    },
    history: { length: 1, state: null, pushState: nothing, replaceState: nothing, back: nothing, forward: nothing },
    matchMedia: (media: string) => ({
      ...listening,
      media,
      matches: false,
      addListener: nothing,
      removeListener: nothing,
    }),
    innerWidth: 1280,
    innerHeight: 800,
    outerWidth: 1280,
    outerHeight: 800,
    scrollX: 0,
    scrollY: 0,
    devicePixelRatio: 1,
    scrollTo: nothing,
    getComputedStyle: () => ({ getPropertyValue: () => '' }),
    Node: Element,
    Element,
    HTMLElement: Element,
    ResizeObserver: Observer,
    IntersectionObserver: Observer,
    MutationObserver: Observer,
  });
}
