import { shortHash } from '../shortHash.ts';

/** A style sheet whose names are its own: no other sheet's are the same. */
export interface ScopedSheet {
  readonly css: string;
  /** The names in the document, by the names in the file. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * A CSS module's classes under names of their own. `:global(…)` stays as it is; `composes` is taken by name alone.
 *
 * @param path tells this sheet's names from those of others
 */
export function scopedSheet(path: string, text: string): ScopedSheet {
  const scope = `${(path.split('/').at(-1) ?? '').replace(/\..*$/s, '').replace(/\W/g, '')}_${shortHash(path)}`;
  const names: Record<string, string> = {};
  // Strings, comments, addresses and numbers with a point in them are nobody's names.
  const pattern =
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*.*?\*\/|url\([^)]*\)|:global\(([^)]*)\)|\.(-?[_a-z][\w-]*)/gis;
  const css = text.replace(pattern, (all: string, global: string | undefined, name: string | undefined) => {
    if (global !== undefined) return global;
    if (name === undefined) return all;
    names[name] = `${scope}_${name}`;
    return `.${names[name]}`;
  });
  for (const [, own = '', others = ''] of text.matchAll(/\.(-?[_a-z][\w-]*)\s*\{[^}]*?composes:\s*([^;}]*)/gi)) {
    const composed = others.replace(/\s+from\s.*$/s, '').split(/\s+/);
    names[own] = [names[own] ?? own, ...composed.map((each) => names[each] ?? each)].join(' ');
  }
  return { css: css.replace(/composes:[^;}]*;?/g, ''), names };
}
