/** Where a name that a module exports comes from. */
export interface BarrelSource {
  readonly specifier: string;
  /** What it is called there; `*` for all of that module as one. */
  readonly name: string;
}

/** A module that does nothing but export what others do. */
export interface Barrel {
  /** By the names that it exports. */
  readonly names: ReadonlyMap<string, BarrelSource>;
  /** Modules of which it exports everything, in order. */
  readonly stars: readonly string[];
  /** Modules that it imports for nothing but what they do. */
  readonly runs: readonly string[];
}

const comments = /\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|^[^\S\n]*\/\/[^\n]*$/gm;
const from = String.raw`\s*from\s*(?:"([^"\n]+)"|'([^'\n]+)')`;
const statements = new RegExp(
  [
    String.raw`export\s*\*\s*(?:as\s+([\w$]+))?${from}`,
    String.raw`export\s*\{([^{}]*)\}(?:${from})?`,
    String.raw`import\s*(?:([\w$]+)\s*,?\s*)?(?:\{([^{}]*)\}|\*\s*as\s+([\w$]+))?${from}`,
    String.raw`import\s*["']([^"'\n]*)["']`,
    // A directive.
    String.raw`["'][^"'\n]*["']`,
  ].join('|'),
  'y',
);
const gap = /[\s;]*/y;

/** Reads a module's text as one that only exports what others do; null where it does anything else. */
export function barrelOf(text: string): Barrel | null {
  const names = new Map<string, BarrelSource>();
  const stars: string[] = [];
  const runs: string[] = [];
  const imported = new Map<string, BarrelSource>();
  const own: (readonly [exported: string, local: string])[] = [];
  const plain = text.replace(comments, '');
  for (let at = past(gap, plain, 0); at < plain.length; at = past(gap, plain, statements.lastIndex)) {
    statements.lastIndex = at;
    const found = statements.exec(plain);
    if (found === null) return null;
    const [, star, starA, starB, list, listA, listB, whole, parts, space, partsA, partsB, run] = found;
    const specifier = starA ?? starB ?? listA ?? listB ?? partsA ?? partsB ?? '';
    if (star !== undefined) names.set(star, { specifier, name: '*' });
    else if (starA !== undefined || starB !== undefined) stars.push(specifier);
    else if (list !== undefined) {
      for (const [name, alias] of pairsOf(list)) {
        if (specifier === '') own.push([alias, name]);
        else names.set(alias, { specifier, name });
      }
    }
    if (run !== undefined) runs.push(run);
    if (whole !== undefined) imported.set(whole, { specifier, name: 'default' });
    if (space !== undefined) imported.set(space, { specifier, name: '*' });
    for (const [name, alias] of pairsOf(parts ?? '')) imported.set(alias, { specifier, name });
  }
  for (const [exported, local] of own) {
    const source = imported.get(local);
    if (source === undefined) return null;
    names.set(exported, source);
  }
  return names.size + stars.length === 0 ? null : { names, stars, runs };
}

/** What follows `export`, where it is more than one name or cannot be told. */
const severalNames = /^(?:\s*\*|\s+(?:const|let|var)\s+(?:[[{]|[^\s;=][^;=]*=[^;]*,\s*[\w$]+\s*=))/;

/** Whether another ES module's text exports a name; unknown where it passes on all of others, or is no ES module. */
export function exportsName(text: string, name: string): boolean | 'unknown' {
  const written = name.replaceAll('$', '\\$');
  const declared = String.raw`\bexport\s+(?:async\s+)?(?:function\s*\*?|class|const|let|var)\s+${written}\b`;
  const listed = String.raw`\bexport\s*\{[^{}]*(?<![\w$])${written}\s*[,}]`;
  if (new RegExp(`${declared}|${listed}`).test(text)) return true;
  // Several names may be declared at once, and all of another module's be passed on.
  const [, ...statements] = text.split(/\bexport\b/);
  return statements.length === 0 || statements.some((each) => severalNames.test(each)) ? 'unknown' : false;
}

/** `a, b as c` as pairs of what something is and what it is called here. */
function pairsOf(list: string): readonly (readonly [name: string, alias: string])[] {
  return list
    .split(',')
    .map((each) => each.trim().replace(/^type\s+/, ''))
    .filter((each) => each !== '')
    .map((each) => {
      const [name = '', alias = name] = each.split(/\s+as\s+/);
      return [name, alias];
    });
}

function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}
