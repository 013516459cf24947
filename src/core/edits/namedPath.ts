/** The path that a line before a block names, or null when it names none. */
export function namedPath(line: string): string | null {
  const fence = /^\s*(?:`{3,}|~{3,})(.*)$/.exec(line);
  if (fence !== null) {
    return (fence[1] ?? '').split(/[\s:]/).findLast(looksLikePath) ?? null;
  }
  const spans = [...line.matchAll(/`([^`]+)`/g)].flatMap((match) =>
    looksLikePath(match[1] ?? '') ? [match[1] ?? ''] : [],
  );
  const [span, ...others] = spans;
  if (span !== undefined) {
    return others.length === 0 ? span.trim() : null;
  }
  const bare = line
    .trim()
    .replace(/^(?:#+|\/\/|[-*])\s+/, '')
    .replace(/\*\*/g, '')
    .replace(/^<\w+>/, '')
    .replace(/^(?:file|path|filename)\s*:\s*/i, '')
    .replace(/:$/, '')
    .trim();
  // A sentence has blanks and may well name a file, but not only that.
  return looksLikePath(bare) && (!/\s/.test(bare) || /^[^.!?]*\.\w{1,8}$/.test(bare)) ? bare : null;
}

function looksLikePath(text: string): boolean {
  return (
    /^[^<>"|?*`]+$/.test(text) &&
    (/[^/\\]\.\w+$|[/\\]\S/.test(text) || /^(?:Makefile|Dockerfile|LICENSE|\.\w+)$/.test(text))
  );
}
