/** What compiled components import; Svelte publishes no types of it. */
declare module 'svelte/internal/server' {
  /** Text as HTML. */
  export function escape(text: string): string;
}

declare module 'svelte/internal/client';
