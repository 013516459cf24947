import type { JsonObject, JsonValue } from '../../../core/jsonValue.ts';

/** Which of its builds is asked of a package. */
export interface BuildWish {
  /** Whether ES modules are asked for rather than CommonJS: a single file of that is read faster as a whole. */
  readonly modules: boolean;
  /** What it is to run in. */
  readonly target: 'static' | 'live';
}

/** Of those that have no browser, some have no more than we do. https://runtime-keys.proposal.wintercg.org */
const conditions: Readonly<Record<BuildWish['target'], ReadonlySet<string>>> = {
  static: new Set(['edge-light', 'workerd', 'worker', 'svelte', 'browser', 'require', 'import', 'module', 'default']),
  live: new Set(['svelte', 'browser', 'require', 'import', 'module', 'default']),
};

/**
 * Files that a package may mean with one of its names, by its `exports`, `module` and `main`, the likeliest first and
 * without a leading `./`. None where its `exports` do not have the name.
 * https://nodejs.org/api/packages.html#package-entry-points
 *
 * @param manifest the package's package.json
 * @param subpath what follows the package's name: `.` or `./button`
 */
export function packageEntries(manifest: JsonObject, subpath: string, wish: BuildWish): readonly string[] {
  const { exports } = manifest;
  if (exports !== undefined && exports !== null) {
    const target = exported(exports, subpath, wish);
    return target === null ? [] : [withoutDot(target)];
  }
  if (subpath !== '.') return [withoutDot(subpath)];
  const { main, module } = manifest;
  const named = (wish.modules ? [module, main] : [main, module]).filter((each) => typeof each === 'string');
  return [...named.map(withoutDot), 'index.js'];
}

function exported(exports: JsonValue, subpath: string, wish: BuildWish): string | null {
  const isMap = isObject(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  if (!isMap) return subpath === '.' ? chosen(exports, '', wish) : null;
  const exact = exports[subpath];
  if (exact !== undefined) return chosen(exact, '', wish);
  const patterns = Object.keys(exports).filter((key) => key.includes('*'));
  for (const pattern of patterns.sort((one, other) => other.length - one.length)) {
    const [before = '', after = ''] = pattern.split('*');
    if (!subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    if (subpath.length < before.length + after.length) continue;
    return chosen(exports[pattern] ?? null, subpath.slice(before.length, subpath.length - after.length), wish);
  }
  return null;
}

/** Follows conditions in the order that they stand in. */
function chosen(target: JsonValue, filling: string, wish: BuildWish): string | null {
  if (typeof target === 'string') return target.replaceAll('*', () => filling);
  if (Array.isArray(target)) return firstOf(target as readonly JsonValue[], filling, wish);
  if (!isObject(target)) return null;
  const fitting = Object.entries(target).filter(([name]) => conditions[wish.target].has(name));
  const isFirst = (name: string) => (wish.modules ? name === 'module' || name === 'import' : name === 'require');
  const first = fitting.filter(([name]) => isFirst(name));
  // What says where it runs goes before how it is written.
  const place = fitting.filter(([name]) => places.has(name));
  const all = wish.target === 'static' ? [...place, ...first, ...fitting] : [...first, ...fitting];
  return firstOf(
    all.map(([, value]) => value),
    filling,
    wish,
  );
}

const places = new Set(['edge-light', 'workerd', 'worker']);

function firstOf(targets: readonly JsonValue[], filling: string, wish: BuildWish): string | null {
  for (const target of targets) {
    const found = chosen(target, filling, wish);
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutDot(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}
