import type { MalformedCall, ReadRequest } from '../core/edits/toolCall.ts';
import type { Fields } from './fields.ts';
import { isFields } from './fields.ts';

/** A function that reads in the workspace, with its arguments as JSON schema, as both wires offer it. */
export interface ReadTool {
  readonly name: string;
  readonly description: string;
  readonly schema: {
    readonly type: 'object';
    readonly properties: Readonly<
      Record<string, { readonly type: 'string' | 'integer'; readonly description: string }>
    >;
    readonly required: string[];
    readonly additionalProperties: false;
  };
}

type Reader = (args: Fields) => ReadRequest | MalformedCall;

const path = { type: 'string', description: 'Relative to the workspace folder, with forward slashes.' } as const;

/** All of them. None ever writes. */
export const readTools: readonly ReadTool[] = [
  tool(
    'read_file',
    'Shows a text file of the workspace with line numbers, or only its lines first_line to last_line.',
    ['path'],
    {
      path,
      first_line: { type: 'integer', description: 'Counts from 1. Left out: the top.' },
      last_line: { type: 'integer', description: 'This line is shown too. Left out: the end of the file.' },
    },
  ),
  tool(
    'search_text',
    'Lists the lines in the files of the workspace that contain a text, with file names and line numbers.',
    ['text'],
    {
      text: { type: 'string', description: 'Plain text on one line, not a pattern.' },
      path: { type: 'string', description: 'Searches only this file or folder. Left out: the whole workspace.' },
    },
  ),
  tool('list_files', 'Lists the files of the workspace.', [], {
    path: { type: 'string', description: 'Lists only this folder. Left out: the whole workspace.' },
  }),
  tool('get_diagnostics', 'Lists the errors and warnings that the editor reports for a file.', ['path'], { path }),
];

const readers: Readonly<Record<string, Reader>> = {
  read_file: (args) => {
    const first = args.first_line ?? null;
    const last = args.last_line ?? null;
    if (first === null && last === null) return { kind: 'view', path: String(args.path), lines: null };
    const lines = [first ?? 1, last ?? Number.MAX_SAFE_INTEGER] as const;
    const [from, to] = lines;
    if (!isLine(from) || !isLine(to)) {
      return malformed('first_line and last_line must be whole numbers that count from 1.');
    }
    if (to < from) return malformed('last_line must not come before first_line.');
    return { kind: 'view', path: String(args.path), lines: [from, to] };
  },
  search_text: (args) => {
    const text = String(args.text);
    if (/[\r\n]/.test(text)) return malformed('text must be on one line; lines are searched one by one.');
    return { kind: 'search', text, path: optionalText(args.path) };
  },
  list_files: (args) => ({ kind: 'list', path: optionalText(args.path) }),
  get_diagnostics: (args) => ({ kind: 'diagnostics', path: String(args.path) }),
};

/** Whether a function of this name is one of these. */
export function isReadTool(name: string): boolean {
  return Object.hasOwn(readers, name);
}

/**
 * What a call to one of these functions asks for. Arguments that are missing, of the wrong type or not known make the
 * call malformed: an argument that was quietly left out would give an answer to another question.
 */
export function readRequestOf(name: string, args: unknown): ReadRequest | MalformedCall {
  const found = readTools.find((candidate) => candidate.name === name);
  const reader = readers[name];
  if (found === undefined || reader === undefined) return malformed(`There is no tool named ${name}.`);
  if (!isFields(args)) return malformed('The arguments must be a JSON object.');
  const known = found.schema.properties;
  const unknown = Object.keys(args).find((key) => !Object.hasOwn(known, key));
  if (unknown !== undefined) {
    return malformed(`${name} has no argument ${unknown}. It takes ${Object.keys(known).join(', ')}.`);
  }
  for (const [key, { type }] of Object.entries(known)) {
    const value = args[key] ?? null;
    const isRequired = found.schema.required.includes(key);
    if (value === null && !isRequired) continue;
    if (type !== 'string') continue;
    if (typeof value !== 'string') return malformed(`${name} needs ${key} as a text.`);
    if (isRequired && value.trim() === '') return malformed(`${key} must not be empty.`);
  }
  return reader(args);
}

function tool(
  name: string,
  description: string,
  required: string[],
  properties: ReadTool['schema']['properties'],
): ReadTool {
  return { name, description, schema: { type: 'object', properties, required, additionalProperties: false } };
}

/** An empty path stands for the whole workspace, as a path that was left out does. */
function optionalText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function malformed(reason: string): MalformedCall {
  return { kind: 'malformed', reason };
}
