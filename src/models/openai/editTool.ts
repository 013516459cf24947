import type OpenAI from 'openai';
import { readApplyPatchOperation } from '../../core/edits/applyPatch.ts';
import { isPatchEnvelope, readPatchEnvelope } from '../../core/edits/patchEnvelope.ts';
import { normalizedPath } from '../../core/edits/pathRules.ts';
import type { ToolCall } from '../../core/edits/toolCall.ts';
import type { Fields } from '../fields.ts';
import { isFields, objectField, textField } from '../fields.ts';
import { isReadTool, readRequestOf, readTools } from '../readTools.ts';

/** What the edit tool is called, as a function or as a custom tool. */
export const functionName = 'apply_patch';

/** The built-in tool that the models were trained on. */
export const builtInTool: OpenAI.Responses.Tool = { type: 'apply_patch' };

/** The same as a function, with the same payload, for endpoints that reject the built-in tool. */
export const functionTool: OpenAI.Responses.Tool = {
  type: 'function',
  name: functionName,
  description: [
    'Creates, updates or deletes one file.',
    'For update_file, diff holds sections that begin with a line "@@", optionally followed by a line of the file that comes before the section.',
    'In a section every line begins with a space (context), "-" (removed) or "+" (added). Show three lines of context around a change. There are no line numbers.',
    'For create_file every line of diff begins with "+". For delete_file leave diff out.',
  ].join('\n'),
  strict: false,
  parameters: {
    type: 'object',
    properties: {
      operation: {
        type: 'object',
        properties: {
          type: { type: 'string', enum: ['create_file', 'update_file', 'delete_file'] },
          path: { type: 'string', description: 'The path as it was shown.' },
          diff: { type: 'string' },
        },
        required: ['type', 'path'],
        additionalProperties: false,
      },
    },
    required: ['operation'],
    additionalProperties: false,
  },
};

/** The functions that read in the workspace. Not strict: that would make every argument required. */
export const readFunctions: readonly OpenAI.Responses.Tool[] = readTools.map(({ name, description, schema }) => ({
  type: 'function',
  name,
  description,
  strict: false,
  parameters: { ...schema },
}));

/** How the result of a call goes back. */
export type ReplyType = 'apply_patch_call_output' | 'function_call_output' | 'custom_tool_call_output';

/** The items that are calls, and how each is answered. */
export const replyTypes: Readonly<Record<string, ReplyType>> = {
  apply_patch_call: 'apply_patch_call_output',
  function_call: 'function_call_output',
  custom_tool_call: 'custom_tool_call_output',
};

/**
 * The call that a finished output item is. A call to anything that was not offered is malformed; a whole patch is
 * taken in whatever way it comes, since models that were trained to write one do so unasked.
 */
export function callOf(item: Fields, canRead: boolean): ToolCall {
  return { callId: textField(item, 'call_id') ?? textField(item, 'id') ?? '', request: requestOf(item, canRead) };
}

function requestOf(item: Fields, canRead: boolean): ToolCall['request'] {
  const type = textField(item, 'type');
  const name = textField(item, 'name') ?? '';
  if (type === 'apply_patch_call') return readOperation(objectField(item, 'operation'));
  if (type === 'custom_tool_call' && name === functionName) return readPatchEnvelope(textField(item, 'input') ?? '');
  const isRead = canRead && isReadTool(name);
  if (type !== 'function_call' || (name !== functionName && !isRead)) {
    return { kind: 'malformed', reason: `There is no tool named ${name}.` };
  }
  const written = textField(item, 'arguments') ?? '';
  const args = parsed(written === '' && isRead ? '{}' : written);
  if (isRead) return readRequestOf(name, args);
  return args === undefined ? readUnparsed(written) : readArguments(args);
}

/** The arguments of the edit function: `{operation}`, the operation itself, or a whole patch. */
function readArguments(args: unknown): ToolCall['request'] {
  if (typeof args === 'string') return readPatchEnvelope(args);
  if (!isFields(args)) return readOperation(args);
  // As a command line, its own name first: so models write it that were trained on a shell.
  const [program, patch]: readonly unknown[] = Array.isArray(args.command) ? args.command : [];
  if (program === functionName && typeof patch === 'string') return readPatchEnvelope(patch);
  const operation = args.operation ?? args.input ?? args.patch ?? args;
  return typeof operation === 'string' ? readPatchEnvelope(operation) : readOperation(operation);
}

function readUnparsed(written: string): ToolCall['request'] {
  if (isPatchEnvelope(written)) return readPatchEnvelope(written);
  return { kind: 'malformed', reason: 'The arguments are not JSON.' };
}

/** An operation is about one file; one whose diff is a whole patch of several is taken as that patch. */
function readOperation(operation: unknown): ToolCall['request'] {
  const request = readApplyPatchOperation(operation);
  if (request.kind !== 'malformed' || !isFields(operation)) return request;
  const { path, diff } = operation;
  if (typeof path !== 'string' || typeof diff !== 'string' || !isPatchEnvelope(diff)) return request;
  const batch = readPatchEnvelope(diff);
  if (batch.kind === 'malformed') return batch;
  const paths = new Set(batch.edits.map((edit) => normalizedPath(edit.path)));
  // A patch of one file only, and not of the one that the operation names: either can be meant.
  return paths.size === 1 && !paths.has(normalizedPath(path)) ? request : batch;
}

/** Undefined for what is not JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
