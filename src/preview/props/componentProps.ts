import type { FrameworkKind } from '../../app/preview/componentPorts.ts';
import type { ReadText } from '../component/componentFramework.ts';
import type { PropsFound } from './propFields.ts';
import type { PropsSearch } from './propsSearch.ts';
import { reactProps } from './reactProps.ts';
import { readScript } from './script.ts';
import { Scripts } from './scripts.ts';
import { svelteProps } from './svelteProps.ts';
import { TypeReader } from './typeReader.ts';
import { knownUse, usedShape } from './usedShape.ts';
import { vueProps } from './vueProps.ts';

/** Types are followed into further files so many times; a file's imports are read in one go. */
const mostTurns = 12;

/**
 * The props that the component of a file takes, by its types, defaults and comments. What is not understood is left
 * out; a text that cannot be read gives none.
 *
 * @param name of a React component in the file; null for the default export, else the one that is named like the file,
 * else the first one that begins with a capital
 * @param read another file, for types that are declared elsewhere
 */
export async function componentProps(
  kind: FrameworkKind,
  path: string,
  text: string,
  name: string | null,
  read: ReadText,
): Promise<PropsFound> {
  const scripts = new Scripts();
  const script = readScript(path, text);
  for (let turn = 0; ; turn += 1) {
    const types = new TypeReader(scripts);
    const outer = { script, bound: new Map(), trail: [] };
    const scope = script.generic === null ? outer : { ...outer, bound: types.bind(script.generic, [], outer) };
    const found = propsOf(kind, { script, scripts, scope, types }, name);
    if (turn === mostTurns || !(await scripts.readMissing(read))) return withUse(found, script.source);
  }
}

/** What has no type that is understood gets one by how it is used, where its use says anything. */
function withUse(found: PropsFound, source: string): PropsFound {
  const fields = found.fields.map((field) => {
    const { kind } = field.shape;
    const isVague = kind === 'unknown' || (field.shape.kind === 'array' && field.shape.item.kind === 'unknown');
    if (!isVague) return field;
    // What may be left out is, rather than be given what its name alone lets expect.
    const isNeeded = !field.optional || kind === 'array';
    const used = isNeeded ? usedShape(field.name, source) : knownUse(field.name, source);
    // Words in the place of anything would be no better than nothing, and nothing but a list is one.
    const isBetter = used !== null && (kind === 'array' ? used.kind === 'array' : used.kind !== 'string');
    return isBetter ? { ...field, shape: used } : field;
  });
  return { ...found, fields };
}

function propsOf(kind: FrameworkKind, search: PropsSearch, name: string | null): PropsFound {
  switch (kind) {
    case 'react':
      return reactProps(search, name);
    case 'vue':
      return vueProps(search);
    case 'svelte':
      return svelteProps(search);
  }
}
