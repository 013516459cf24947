import type OpenAI from 'openai';
import type { ConversationStart } from '../../app/ports.ts';
import { builtInTool, functionTool } from './editTool.ts';
import type { OptionalParameter, RejectedParameters } from './parameters.ts';
import { optionalParameters } from './parameters.ts';

export type InputItem = OpenAI.Responses.ResponseInputItem;

/** What the conversation opens with. */
export function firstInput(start: ConversationStart): readonly InputItem[] {
  return [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: start.prompt.user }] }];
}

/** The body of one request, without anything that was turned down before. Nothing is stored at the provider. */
export function requestBody(
  start: ConversationStart,
  input: readonly InputItem[],
  rejected: RejectedParameters,
): OpenAI.Responses.ResponseCreateParamsStreaming {
  const { contender, prompt } = start;
  const sent = (name: OptionalParameter) => !rejected.has(name);
  const reasoning = {
    ...(contender.effort !== null && sent('reasoning.effort') ? { effort: contender.effort } : {}),
    ...(sent('reasoning.summary') ? { summary: 'auto' as const } : {}),
  };
  return {
    model: contender.model,
    instructions: prompt.system,
    input: [...input],
    ...(start.canEdit ? { tools: [sent('tools') ? builtInTool : functionTool] } : {}),
    ...(Object.keys(reasoning).length > 0 ? { reasoning } : {}),
    max_output_tokens: contender.maxOutputTokens,
    store: false,
    ...(sent('include') ? { include: ['reasoning.encrypted_content' as const] } : {}),
    ...(sent('stream_options') ? { stream_options: { include_obfuscation: false } } : {}),
    stream: true,
  };
}

/** Which of the optional parameters a request carries. */
export function sentParameters(start: ConversationStart, rejected: RejectedParameters): readonly OptionalParameter[] {
  return optionalParameters.filter(
    (name) =>
      !rejected.has(name) &&
      (name !== 'tools' || start.canEdit) &&
      (name !== 'reasoning.effort' || start.contender.effort !== null),
  );
}
