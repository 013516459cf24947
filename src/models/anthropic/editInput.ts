import { isPatchEnvelope, readPatchEnvelope } from '../../core/edits/patchEnvelope.ts';
import { readTextEditorInput } from '../../core/edits/textEditor.ts';
import type { ToolCall } from '../../core/edits/toolCall.ts';
import type { Fields } from '../fields.ts';
import { isFields } from '../fields.ts';

/** Names that other edit tools have for the same argument. */
const otherNames: Readonly<Record<string, string>> = {
  path: 'file_path',
  old_str: 'old_string',
  new_str: 'new_string',
  file_text: 'content',
};

/** An argument that only one command has; a call that forgot the command is told by it. */
const tellingArguments: Readonly<Record<string, string>> = {
  old_str: 'str_replace',
  file_text: 'create',
  insert_line: 'insert',
  view_range: 'view',
};

/**
 * What a call to the edit tool asks for. Arguments that are not as the tool has them are taken where they can mean only
 * one thing: named as other tools name them, a number written as text, a forgotten command that the arguments tell, or
 * a whole patch. Everything else is malformed.
 */
export function readEditInput(input: unknown): ToolCall['request'] {
  if (!isFields(input)) return readTextEditorInput(input);
  const patch = input.patch ?? input.input;
  if (typeof patch === 'string' && isPatchEnvelope(patch)) return readPatchEnvelope(patch);
  return readTextEditorInput(withCommand(withNumbers(withNames(input))));
}

function withNames(input: Fields): Fields {
  const renamed = Object.entries(otherNames).filter(([name, other]) => !(name in input) && other in input);
  return { ...input, ...Object.fromEntries(renamed.map(([name, other]) => [name, input[other]])) };
}

function withNumbers(input: Fields): Fields {
  const { insert_line: line, view_range: range } = input;
  return {
    ...input,
    ...(typeof line === 'string' && /^\d+$/.test(line) ? { insert_line: Number(line) } : {}),
    ...(typeof range === 'string' && /^\[\s*-?\d+\s*,\s*-?\d+\s*\]$/.test(range)
      ? { view_range: JSON.parse(range) as unknown }
      : {}),
  };
}

function withCommand(input: Fields): Fields {
  if (input.command !== undefined) return input;
  const told = Object.entries(tellingArguments).filter(([name]) => name in input);
  const [only, ...others] = told;
  return only === undefined || others.length > 0 ? input : { ...input, command: only[1] };
}
