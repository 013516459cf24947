/** What compiled components import; Svelte publishes no types of it. */
declare module 'svelte/internal/server' {
  const exports: Readonly<Record<string, unknown>>;
  export = exports;
}

declare module 'svelte/internal/client' {
  const exports: Readonly<Record<string, unknown>>;
  export = exports;
}
