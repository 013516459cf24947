/**
 * The name of the component that a script is about, as the runtimes choose it (`chosenComponent`): its default export,
 * else the one named like the file, else the first exported one, else the last one that is declared. Null where it has
 * no name.
 *
 * @param path of the file, whose name may be the component's
 */
export function componentName(path: string, text: string): string | null {
  const byDefault = defaultName(text);
  if (byDefault !== undefined) return byDefault;
  const exported = exportedNames(text);
  const fileName = (path.split('/').at(-1) ?? '').replace(/\..*$/s, '');
  if (exported.includes(fileName)) return fileName;
  return exported[0] ?? lastComponentName(text);
}

const declaration = /^(?:async\s+)?(?:function\s*\*?|class|const|let|var)\s+(\p{Lu}[\w$]*)/u;

/** The last function, class or constant with a component's name that is declared at the outer level. */
export function lastComponentName(text: string): string | null {
  const names = text
    .split('\n')
    .map((line) => declaration.exec(line.replace(/^export\s+(?:default\s+)?/, ''))?.[1])
    .filter((name) => name !== undefined);
  return names.at(-1) ?? null;
}

/** Undefined without a default export, null for one that has no name. */
function defaultName(text: string): string | null | undefined {
  const [, rest] = /^export\s+default\s+([^\n]*)/m.exec(text) ?? [];
  if (rest === undefined) return /\bexport\s*\{[^}]*?\b(\w+)\s+as\s+default\b/.exec(text)?.[1];
  const declared = /^(?:async\s+)?(?:function\s*\*?|class)\s+([\w$]+)/.exec(rest)?.[1];
  if (declared !== undefined && declared !== 'extends') return declared;
  if (/^(?:async\s+)?(?:function|class)\b/.test(rest)) return null;
  // What wraps a component: `memo(Table)`, `React.forwardRef(Table)`, `connect(state)(Table)`.
  const [, wrapped] = /^(?:[\w$.]+(?:<[^>]*>)?\s*\((?:[^()]*\)\s*\()?\s*)?([\w$]+)\s*[),;]*\s*$/.exec(rest) ?? [];
  return wrapped ?? null;
}

function exportedNames(text: string): readonly string[] {
  const declared = [
    ...text.matchAll(/^export\s+(?:async\s+)?(?:function\s*\*?|class|const|let|var)\s+(\p{Lu}[\w$]*)/gmu),
  ];
  const listed = [...text.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    list.split(',').map(
      (each) =>
        each
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  return [...declared.map(([, name = '']) => name), ...listed.filter((name) => /^\p{Lu}/u.test(name))];
}
