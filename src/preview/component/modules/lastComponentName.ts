const declaration = /^(?:async\s+)?(?:function\s*\*?|class|const|let|var)\s+(\p{Lu}[\w$]*)/u;

/**
 * The last function, class or constant with a component's name that a script declares at its outer level: what it shows
 * where it exports nothing. Null for none, and where something is exported.
 */
export function lastComponentName(text: string): string | null {
  const lines = text.split('\n');
  if (lines.some((line) => /^export\b/.test(line))) return null;
  const names = lines.map((line) => declaration.exec(line)?.[1]).filter((name) => name !== undefined);
  return names.at(-1) ?? null;
}
