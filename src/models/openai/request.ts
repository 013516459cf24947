import type OpenAI from 'openai';
import type { ConversationStart } from '../../app/ports.ts';
import { toolForm } from '../toolForm.ts';
import { builtInTool, functionTool, readFunctions } from './editTool.ts';
import { imageTool } from './imageTool.ts';
import type { InputItem } from './inputItem.ts';
import { userMessage } from './inputItem.ts';
import type { OptionalParameter, RejectedParameters } from './parameters.ts';
import { optionalParameters } from './parameters.ts';

/** What the conversation opens with. */
export function firstInput(start: ConversationStart): readonly InputItem[] {
  return [userMessage(start.prompt.user, start.prompt.images)];
}

/**
 * The body of one request, without anything that was turned down before. Nothing is stored at the provider, and the
 * standard tier is asked for: left to `auto`, a setting of the project may make it a dearer one than what is reserved
 * (developers.openai.com/api/docs/guides/priority-processing).
 */
export function requestBody(
  start: ConversationStart,
  input: readonly InputItem[],
  rejected: RejectedParameters,
): OpenAI.Responses.ResponseCreateParamsStreaming {
  const { contender, prompt } = start;
  const sent = (name: OptionalParameter) => !rejected.has(name);
  const tools = toolsOf(start, rejected);
  const reasoning = {
    ...(contender.effort !== null && sent('reasoning.effort') ? { effort: contender.effort } : {}),
    ...(sent('reasoning.summary') ? { summary: 'auto' as const } : {}),
  };
  return {
    model: contender.model,
    instructions: tools.length > 0 ? prompt.system : `${prompt.system}\n\n${start.textEditing}`,
    input: [...input],
    ...(tools.length > 0 ? { tools: [...tools] } : {}),
    ...(Object.keys(reasoning).length > 0 ? { reasoning } : {}),
    max_output_tokens: contender.maxOutputTokens,
    ...(start.image !== undefined && sent('max_tool_calls') ? { max_tool_calls: 1 } : {}),
    store: false,
    ...(sent('include') ? { include: ['reasoning.encrypted_content' as const] } : {}),
    ...(sent('stream_options') ? { stream_options: { include_obfuscation: false } } : {}),
    ...(sent('service_tier') ? { service_tier: 'default' as const } : {}),
    stream: true,
  };
}

/** The tools of a request: with the built-in edit tool, or with a function in its place, or none at all. */
function toolsOf(start: ConversationStart, rejected: RejectedParameters): readonly OpenAI.Responses.Tool[] {
  if (start.image !== undefined) return [imageTool(start.image)];
  const form = toolForm(start, rejected);
  if (form === 'none') return [];
  return [form === 'built-in' ? builtInTool : functionTool, ...(start.canRead ? readFunctions : [])];
}

/** Which of the optional parameters a request carries. */
export function sentParameters(start: ConversationStart, rejected: RejectedParameters): readonly OptionalParameter[] {
  const form = toolForm(start, rejected);
  return optionalParameters.filter(
    (name) =>
      !rejected.has(name) &&
      (name !== 'tools' || form === 'built-in') &&
      (name !== 'functions' || form === 'functions') &&
      (name !== 'max_tool_calls' || start.image !== undefined) &&
      (name !== 'reasoning.effort' || start.contender.effort !== null),
  );
}
