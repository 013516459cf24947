import { requiredBy } from './compileScript.ts';

const required = /\bvar (_[\w$]+) = require\(\s*(?:'([^'\n]+)'|"([^"\n]+)")\s*\)/g;
const wholly = /\bvar (_[\w$]+) = _interopRequireDefault\((_[\w$]+)\)/g;
const use = /(?<![\w$]|(?<!\.\.)\.)(_[\w$]+)(?:\.([\w$]+))?/g;
const named = /_createNamedExportFrom\((_[\w$]+), '[^']*', '([^']*)'\)/g;

/**
 * What a compiled module uses of each other that it requires, by what it requires it as; null for all of it. Only what our
 * own compiler makes of ES modules is understood.
 */
export function usedNames(code: string): ReadonlyMap<string, ReadonlySet<string> | null> {
  const specifiers = new Map<string, string>();
  for (const [, variable = '', single, double] of code.matchAll(required))
    specifiers.set(variable, single ?? double ?? '');
  const found = new Map<string, Set<string> | null>([...specifiers.values()].map((each) => [each, new Set<string>()]));
  const add = (variable: string, name: string | null) => {
    const specifier = specifiers.get(variable);
    if (specifier === undefined) return;
    if (name === null) found.set(specifier, null);
    else found.get(specifier)?.add(name);
  };
  for (const [, , variable = ''] of code.matchAll(wholly)) add(variable, 'default');
  for (const [, variable = '', name = ''] of code.matchAll(named)) add(variable, name);
  const rest = code.replace(required, '').replace(wholly, '').replace(named, '');
  for (const specifier of requiredBy(rest)) found.set(specifier, null);
  for (const [, variable = '', name = null] of rest.matchAll(use)) add(variable, name);
  return found;
}
