import type OpenAI from 'openai';
import { readApplyPatchOperation } from '../../core/edits/applyPatch.ts';
import type { ToolCall } from '../../core/edits/toolCall.ts';
import type { Fields } from '../fields.ts';
import { objectField, textField } from '../fields.ts';

const functionName = 'apply_patch';

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

/** How the result of a call goes back. */
export type ReplyType = 'apply_patch_call_output' | 'function_call_output' | 'custom_tool_call_output';

/** The items that are calls, and how each is answered. */
export const replyTypes: Readonly<Record<string, ReplyType>> = {
  apply_patch_call: 'apply_patch_call_output',
  function_call: 'function_call_output',
  custom_tool_call: 'custom_tool_call_output',
};

/** The call that a finished output item is. A call to anything but the edit tool is malformed. */
export function callOf(item: Fields): ToolCall {
  const callId = textField(item, 'call_id') ?? textField(item, 'id') ?? '';
  if (textField(item, 'type') === 'apply_patch_call') {
    return { callId, request: readApplyPatchOperation(objectField(item, 'operation')) };
  }
  const name = textField(item, 'name') ?? '';
  if (textField(item, 'type') !== 'function_call' || name !== functionName) {
    return { callId, request: { kind: 'malformed', reason: `There is no tool named ${name}.` } };
  }
  try {
    const parsed: unknown = JSON.parse(textField(item, 'arguments') ?? '');
    const operation =
      typeof parsed === 'object' && parsed !== null && 'operation' in parsed ? parsed.operation : parsed;
    return { callId, request: readApplyPatchOperation(operation) };
  } catch {
    return { callId, request: { kind: 'malformed', reason: 'The arguments are not JSON.' } };
  }
}
