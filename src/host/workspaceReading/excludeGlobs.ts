import type { Ignore } from 'ignore';
import ignore from 'ignore';

/** The value of `files.exclude` or `search.exclude`: whether a glob counts, or beside which file it does. */
export type ExcludeSetting = Readonly<Record<string, boolean | { readonly when?: string }>>;

interface ConditionalGlob {
  readonly rules: Ignore;
  /** The name of the file that has to lie beside it, with `$(basename)` for the own name without its extension. */
  readonly when: string;
}

/** What the person's `files.exclude` and `search.exclude` leave out of a workspace folder. */
export class ExcludeGlobs {
  readonly #rules: Ignore;
  readonly #conditional: readonly ConditionalGlob[];

  constructor(settings: readonly ExcludeSetting[], ignoreCase: boolean) {
    const rulesOf = (globs: readonly string[]) =>
      ignore({ ignorecase: ignoreCase }).add(globs.flatMap(expandBraces).map(asPattern));
    const entries = settings.flatMap((setting) => Object.entries(setting));
    this.#rules = rulesOf(entries.filter(([, value]) => value === true).map(([glob]) => glob));
    this.#conditional = entries.flatMap(([glob, value]) =>
      typeof value === 'object' && typeof value?.when === 'string'
        ? [{ rules: rulesOf([glob]), when: value.when }]
        : [],
    );
  }

  /**
   * @param path relative to the workspace folder, with forward slashes; not empty
   * @param siblings the names of all that lies in the same folder
   */
  leavesOut(path: string, isFolder: boolean, siblings: ReadonlySet<string>): boolean {
    const asked = isFolder ? `${path}/` : path;
    if (this.#rules.ignores(asked)) return true;
    return this.#conditional.some(({ rules, when }) => rules.ignores(asked) && siblings.has(besides(path, when)));
  }
}

function besides(path: string, when: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return when.replaceAll('$(basename)', () => (dot > 0 ? name.slice(0, dot) : name));
}

/** VS Code's globs begin at the folder unless they say otherwise, where git's match at any depth. */
function asPattern(glob: string): string {
  const tied = glob.startsWith('**/') || glob.startsWith('/') ? glob : `/${glob}`;
  return tied.replace(/ $/, '\\ ');
}

/** `{a,b}` in a glob as one pattern each, which git's patterns do not know. */
function expandBraces(glob: string): readonly string[] {
  const group = /\{([^{}]*)\}/.exec(glob);
  if (group === null) return [glob];
  const [whole, choices = ''] = group;
  const before = glob.slice(0, group.index);
  const after = glob.slice(group.index + whole.length);
  return choices.split(',').flatMap((choice) => expandBraces(`${before}${choice}${after}`));
}
