import type { ReadText } from '../componentFramework.ts';

/** In whose words the compiler says that it cannot follow a type. */
const unfollowed = /Type import from non-relative|Failed to resolve|Unresolvable type/;
const fromPackage = /\bfrom\s*["'](?!\.)[^"'\n]+["']/;

/**
 * Whether the compiler stopped at a type that a package declares, which is not read: a matter of checking what is given
 * to the component, not of what it shows.
 */
export function stopsAtPackageType(text: string, thrown: unknown): boolean {
  return thrown instanceof Error && unfollowed.test(thrown.message) && fromPackage.test(text);
}

/**
 * A component's text in which the types of its props and events are written out as far as they are understood, and
 * unknown otherwise. Lines stay where they are.
 */
export async function withNamedProps(path: string, text: string, read: ReadText): Promise<string> {
  // Reading types takes a parser, which most components do without.
  const { componentProps } = await import('../../props/componentProps.ts');
  const { fields } = await componentProps('vue', path, text, null, read);
  // Of a boolean, Vue takes a mere name for `true`, and its absence for `false`.
  const known = fields.map(({ name, shape }) => [name, shape.kind === 'boolean' ? 'boolean' : 'any'] as const);
  const used = [...text.matchAll(/(?<![\w$.])(?:\$?props)\??\.([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  const types = new Map([...used.map((name) => [name, 'any'] as const), ...known]);
  const members = [...types].map(([name, type]) => `${JSON.stringify(name)}?: ${type}`);
  return retyped(retyped(text, 'defineProps', `{ ${members.join('; ')} }`), 'defineEmits', '{}');
}

function retyped(text: string, macro: string, type: string): string {
  const begin = new RegExp(String.raw`\b${macro}\s*<`).exec(text);
  if (begin === null) return text;
  const from = begin.index + begin[0].length;
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const isArrow = text[at - 1] === '=';
    if (text[at] === '<') depth += 1;
    else if (text[at] === '>' && !isArrow) depth -= 1;
    if (depth === 0)
      return `${text.slice(0, from)}${type}${text.slice(from, at).replace(/[^\n]/g, '')}${text.slice(at)}`;
  }
  return text;
}
