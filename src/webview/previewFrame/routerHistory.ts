type View = Window & typeof globalThis;

/**
 * Lets a page's router go on where there are no addresses: in a frame of no origin, browsers refuse each one that is
 * pushed, and a router that is not ready for it ends there. Its state is kept all the same.
 */
export function keepHistory(view: View): void {
  const { prototype } = view.History;
  for (const name of ['pushState', 'replaceState'] as const) {
    const native = prototype[name];
    prototype[name] = function (this: History, state: unknown, unused: string, url?: string | URL | null) {
      try {
        native.call(this, state, unused, url);
      } catch (error) {
        if (!(error instanceof view.DOMException) || error.name !== 'SecurityError') throw error;
        native.call(this, state, unused);
      }
    };
  }
}
