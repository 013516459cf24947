import type Anthropic from '@anthropic-ai/sdk';
import type { ToolCall } from '../../core/edits/toolCall.ts';
import { isReadTool, readRequestOf, readTools } from '../readTools.ts';
import { readEditInput } from './editInput.ts';

const toolName = 'str_replace_based_edit_tool';

/** The built-in tool that the models were trained on. */
export const builtInTool: Anthropic.Messages.ToolUnion = { type: 'text_editor_20250728', name: toolName };

/** The same as a tool of our own, with the same payload, for models and endpoints that reject the built-in one. */
export const customTool: Anthropic.Messages.ToolUnion = {
  name: toolName,
  description: [
    'Views, creates and edits text files.',
    'str_replace replaces old_str, which must occur exactly once in the file and match it to the last space, by new_str.',
    'insert puts insert_text after line insert_line (0 for the top). create writes a whole new file. view shows a file, its lines view_range[0] to view_range[1], or the files of a folder.',
  ].join('\n'),
  input_schema: {
    type: 'object',
    properties: {
      command: { type: 'string', enum: ['view', 'create', 'str_replace', 'insert'] },
      path: { type: 'string', description: 'The path as it was shown.' },
      file_text: { type: 'string' },
      old_str: { type: 'string' },
      new_str: { type: 'string' },
      insert_line: { type: 'integer' },
      insert_text: { type: 'string' },
      view_range: { type: 'array', items: { type: 'integer' } },
    },
    required: ['command', 'path'],
  },
};

/** The functions that read in the workspace. */
export const readFunctions: readonly Anthropic.Messages.ToolUnion[] = readTools.map(
  ({ name, description, schema }) => ({ name, description, input_schema: { ...schema } }),
);

/** The call that a complete tool_use block is. A call to anything that was not offered is malformed. */
export function callOf(callId: string, name: string, input: unknown, canRead: boolean): ToolCall {
  if (name === toolName) return { callId, request: readEditInput(input) };
  if (canRead && isReadTool(name)) return { callId, request: readRequestOf(name, input) };
  return { callId, request: { kind: 'malformed', reason: `There is no tool named ${name}.` } };
}
