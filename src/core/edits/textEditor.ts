import { withLineEnding } from '../diff/lines.ts';
import { isRecord } from './isRecord.ts';
import { malformed } from './patchSection.ts';
import type { FileEdit, FileView, MalformedCall } from './toolCall.ts';

type Input = Readonly<Record<string, unknown>>;

/**
 * Reads the input of Anthropic's text editor tool (`text_editor_20250728`): `view`, `create`, `str_replace`, `insert`.
 * `insert` takes its text from `insert_text` or, as the tool's older versions named it, from `new_str`.
 */
export function readTextEditorInput(input: unknown): FileEdit | FileView | MalformedCall {
  if (!isRecord(input) || typeof input.path !== 'string' || input.path === '') {
    return malformed('The call needs a path.');
  }
  switch (input.command) {
    case 'view':
      return readView(input.path, input.view_range);
    case 'create':
      return readCreate(input.path, input);
    case 'str_replace':
      return readReplace(input.path, input);
    case 'insert':
      return readInsert(input.path, input);
    default:
      return malformed('The command must be view, create, str_replace or insert.');
  }
}

function readView(path: string, range: unknown): FileView | MalformedCall {
  if (range === undefined || range === null) {
    return { kind: 'view', path, lines: null };
  }
  const [first, last]: readonly unknown[] = Array.isArray(range) && range.length === 2 ? range : [];
  if (!isInteger(first) || !isInteger(last)) {
    return malformed('view_range must be two line numbers, [first, last]; -1 as last stands for the end of the file.');
  }
  return { kind: 'view', path, lines: [first, last === -1 ? Number.MAX_SAFE_INTEGER : last] };
}

function readCreate(path: string, input: Input): FileEdit | MalformedCall {
  const text = input.file_text;
  return typeof text === 'string'
    ? { kind: 'create', path, text: withLineEnding(text, '\n') }
    : malformed('create needs file_text.');
}

function readReplace(path: string, input: Input): FileEdit | MalformedCall {
  const oldText = input.old_str;
  const newText = input.new_str ?? '';
  if (typeof oldText !== 'string' || oldText === '') {
    return malformed('str_replace needs old_str, and it must not be empty. Use insert to add text.');
  }
  if (typeof newText !== 'string') {
    return malformed('new_str must be a string.');
  }
  return { kind: 'replace', path, oldText: withLineEnding(oldText, '\n'), newText: withLineEnding(newText, '\n') };
}

function readInsert(path: string, input: Input): FileEdit | MalformedCall {
  const afterLine = input.insert_line;
  const text = input.insert_text ?? input.new_str;
  if (!isInteger(afterLine) || afterLine < 0) {
    return malformed('insert needs insert_line, the number of the line to insert after; 0 is the top of the file.');
  }
  return typeof text === 'string'
    ? { kind: 'insert', path, afterLine, text: withLineEnding(text, '\n') }
    : malformed('insert needs insert_text.');
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
