import { typeDefinitions } from './docComment.ts';
import { readStatements, type Statement } from './syntax.ts';

/** The script of one file, its blocks as one. */
export interface Script {
  readonly path: string;
  /** The whole file, as far as anybody writes by hand, each gap as one space. */
  readonly source: string;
  readonly statements: readonly Statement[];
  /** What declares the type parameters of a single-file component; null for none. */
  readonly generic: Statement | null;
}

/** In characters. */
const longestSource = 200_000;

/** Reads what is script in a file; Vue's and Svelte's blocks are cut out of what surrounds them. */
export function readScript(path: string, text: string): Script {
  const isBlocks = /\.(?:vue|svelte)$/.test(path);
  const code = isBlocks ? scriptBlocks(text) : text;
  // In plain TypeScript `<T>x` is a type assertion; elsewhere it may be an element.
  const statements = readStatements(code, !/\.[cm]?ts$/.test(path) && !isBlocks);
  const named = typeDefinitions(code).flatMap(({ name, type }) => readStatements(`type ${name} = ${type}`, false));
  return {
    path,
    source: text.slice(0, longestSource).replace(/\s+/g, ' '),
    statements: [...statements, ...named],
    generic: isBlocks ? genericOf(text) : null,
  };
}

/**
 * `<script generic="T extends Row">`, as Svelte calls it `generics`.
 * https://vuejs.org/api/sfc-script-setup.html#generics
 */
function genericOf(text: string): Statement | null {
  const tag = /<script\b(?:"[^"]*"|'[^']*'|[^"'>])*\sgenerics?\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(text);
  const parameters = tag?.[1] ?? tag?.[2];
  return parameters === undefined ? null : (readStatements(`function generic<${parameters}>() {}`, false)[0] ?? null);
}

/** The text of the `<script>` elements; one that is still being written reaches to the end. */
function scriptBlocks(text: string): string {
  const bare = text.replace(/<!--.*?-->/gs, '');
  const blocks = bare.matchAll(/<script\b(?:"[^"]*"|'[^']*'|[^"'>])*>(.*?)(?:<\/script\s*>|$)/gs);
  return [...blocks].map(([, code]) => code ?? '').join('\n;\n');
}
