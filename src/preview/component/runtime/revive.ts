import type { Props } from './componentRuntime.ts';

/** What JSON cannot hold, by where it belongs: names and places in lists, with dots between them. */
export interface Revival {
  readonly path: string;
  /** `snippet`: what stands between a component's tags. */
  readonly as: 'function' | 'date' | 'set' | 'map' | 'snippet';
}

/**
 * Props as a component takes them: copies, with what JSON could not hold put in. Functions do nothing.
 *
 * @param snippet makes what the framework takes for content of a text
 */
export function revived(props: Props, revivals: readonly Revival[], snippet: (text: string) => unknown): Props {
  const copy = structuredClone(props) as Record<string, unknown>;
  for (const { path, as } of revivals) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const holder = names.reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? Reflect.get(at, name) : null),
      copy,
    );
    if (typeof holder !== 'object' || holder === null || last === '__proto__') continue;
    Reflect.set(holder, last, made(as, Reflect.get(holder, last), snippet));
  }
  return copy;
}

function made(as: Revival['as'], value: unknown, snippet: (text: string) => unknown): unknown {
  switch (as) {
    case 'function':
      return () => undefined;
    case 'date':
      return new Date(String(value));
    case 'set':
      return new Set(Array.isArray(value) ? value : []);
    case 'map':
      return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
    case 'snippet':
      return snippet(String(value));
  }
}
