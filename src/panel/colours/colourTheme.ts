import { posix } from 'node:path';
import { parseJsonc } from './jsonc.ts';

/** One rule of a TextMate theme. */
export interface TokenColour {
  readonly scope?: string | readonly string[];
  readonly settings: { readonly foreground?: string; readonly background?: string; readonly fontStyle?: string };
}

/** A colour theme as shiki takes it. */
export interface ColourTheme {
  readonly name: string;
  readonly type: 'dark' | 'light';
  readonly colors: Readonly<Record<string, string>>;
  readonly tokenColors: readonly TokenColour[];
}

/** Reads a file by its path; null when it is not there or cannot be read. */
export type ReadTheme = (path: string) => Promise<string | null>;

/** Themes include each other a few levels deep; more is a circle. */
const deepestInclude = 8;

/**
 * Loads a theme from its JSON file, with what it includes. Null when it cannot be had: a file is missing or malformed,
 * or the rules are in a `.tmTheme` file, which is a property list.
 */
export async function loadColourTheme(
  path: string,
  type: 'dark' | 'light',
  read: ReadTheme,
): Promise<ColourTheme | null> {
  return loadLayer(path, type, read, 0);
}

async function loadLayer(
  path: string,
  type: 'dark' | 'light',
  read: ReadTheme,
  depth: number,
): Promise<ColourTheme | null> {
  if (depth > deepestInclude || path.endsWith('.tmTheme')) return null;
  const document = parseDocument(await read(path));
  if (document === null) return null;
  const below =
    typeof document.include === 'string'
      ? await loadLayer(posix.join(posix.dirname(path), document.include), type, read, depth + 1)
      : emptyTheme(type);
  const rules = await loadRules(document.tokenColors, path, type, read, depth);
  if (below === null || rules === null) return null;
  return {
    name: path,
    type,
    colors: { ...below.colors, ...stringsOf(document.colors) },
    tokenColors: [...below.tokenColors, ...rules],
  };
}

/** Rules stand in the theme itself or in a file that it names. */
async function loadRules(
  rules: unknown,
  path: string,
  type: 'dark' | 'light',
  read: ReadTheme,
  depth: number,
): Promise<readonly TokenColour[] | null> {
  if (typeof rules === 'string') {
    const other = await loadLayer(posix.join(posix.dirname(path), rules), type, read, depth + 1);
    return other === null ? null : other.tokenColors;
  }
  return Array.isArray(rules) ? rules.filter(isTokenColour) : [];
}

function emptyTheme(type: 'dark' | 'light'): ColourTheme {
  return { name: '', type, colors: {}, tokenColors: [] };
}

function parseDocument(text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null) return null;
  try {
    const document = parseJsonc(text);
    return isRecord(document) ? document : null;
  } catch {
    return null;
  }
}

/** True for a rule with settings; themes in the wild hold odd entries too. */
export function isTokenColour(value: unknown): value is TokenColour {
  return isRecord(value) && isRecord(value.settings) && isScope(value.scope);
}

function isScope(scope: unknown): boolean {
  return (
    scope === undefined ||
    typeof scope === 'string' ||
    (Array.isArray(scope) && scope.every((part) => typeof part === 'string'))
  );
}

function stringsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
