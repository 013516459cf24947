import type { JsonObject, JsonValue } from '../../../core/jsonValue.ts';

/** What is asked for where a package has several builds: one file of CommonJS rather than many modules. */
const conditions = new Set(['browser', 'require', 'import', 'module', 'default']);

/**
 * Files that a package may mean with one of its names, by its `exports`, `module` and `main`, the likeliest first and
 * without a leading `./`. None where its `exports` do not have the name.
 * https://nodejs.org/api/packages.html#package-entry-points
 *
 * @param manifest the package's package.json
 * @param subpath what follows the package's name: `.` or `./button`
 */
export function packageEntries(manifest: JsonObject, subpath: string): readonly string[] {
  const { exports } = manifest;
  if (exports !== undefined && exports !== null) {
    const target = exported(exports, subpath);
    return target === null ? [] : [withoutDot(target)];
  }
  if (subpath !== '.') return [withoutDot(subpath)];
  const named = [manifest.main, manifest.module].filter((each) => typeof each === 'string');
  return [...named.map(withoutDot), 'index.js'];
}

function exported(exports: JsonValue, subpath: string): string | null {
  const isMap = isObject(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  if (!isMap) return subpath === '.' ? chosen(exports, '') : null;
  const exact = exports[subpath];
  if (exact !== undefined) return chosen(exact, '');
  const patterns = Object.keys(exports).filter((key) => key.includes('*'));
  for (const pattern of patterns.sort((one, other) => other.length - one.length)) {
    const [before = '', after = ''] = pattern.split('*');
    if (!subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    if (subpath.length < before.length + after.length) continue;
    return chosen(exports[pattern] ?? null, subpath.slice(before.length, subpath.length - after.length));
  }
  return null;
}

/** Follows conditions in the order that they stand in. */
function chosen(target: JsonValue, filling: string): string | null {
  if (typeof target === 'string') return target.replaceAll('*', () => filling);
  if (Array.isArray(target)) return firstOf(target as readonly JsonValue[], filling);
  if (!isObject(target)) return null;
  const fitting = Object.entries(target).filter(([name]) => conditions.has(name));
  const plain = fitting.find(([name]) => name === 'require') ?? null;
  return firstOf([...(plain === null ? [] : [plain[1]]), ...fitting.map(([, value]) => value)], filling);
}

function firstOf(targets: readonly JsonValue[], filling: string): string | null {
  for (const target of targets) {
    const found = chosen(target, filling);
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
