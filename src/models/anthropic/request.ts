import type Anthropic from '@anthropic-ai/sdk';
import type { ConversationStart } from '../../app/ports.ts';
import type { Effort } from '../../core/contender.ts';
import { builtInTool, customTool } from './editTool.ts';
import type { OptionalParameter, RejectedParameters } from './parameters.ts';
import { optionalParameters } from './parameters.ts';

export type Message = Anthropic.Messages.MessageParam;

/** What the conversation opens with. */
export function firstMessages(start: ConversationStart): readonly Message[] {
  return [{ role: 'user', content: [{ type: 'text', text: start.prompt.user }] }];
}

/**
 * The body of one request, without anything that was turned down before. Thinking is adaptive and summarised, since
 * newer models show none of it unless asked; it is never `disabled`, which some of them turn down.
 */
export function requestBody(
  start: ConversationStart,
  messages: readonly Message[],
  rejected: RejectedParameters,
): Anthropic.Messages.MessageCreateParamsStreaming {
  const { contender, prompt } = start;
  const sent = (name: OptionalParameter) => !rejected.has(name);
  const effort = effortOf(contender.effort);
  return {
    model: contender.model,
    max_tokens: contender.maxOutputTokens,
    system: prompt.system,
    messages: [...messages],
    ...(start.canEdit ? { tools: [sent('tools') ? builtInTool : customTool] } : {}),
    ...(sent('thinking')
      ? {
          thinking: {
            type: 'adaptive' as const,
            ...(sent('thinking.display') ? { display: 'summarized' as const } : {}),
          },
        }
      : {}),
    ...(effort !== null && sent('output_config.effort') ? { output_config: { effort } } : {}),
    stream: true,
  };
}

/** Which of the optional parameters a request carries. */
export function sentParameters(start: ConversationStart, rejected: RejectedParameters): readonly OptionalParameter[] {
  return optionalParameters.filter(
    (name) =>
      !rejected.has(name) &&
      (name !== 'tools' || start.canEdit) &&
      (name !== 'thinking.display' || !rejected.has('thinking')) &&
      (name !== 'output_config.effort' || effortOf(start.contender.effort) !== null),
  );
}

/** This API has no effort `none`. */
function effortOf(effort: Effort | null): Exclude<Effort, 'none'> | null {
  return effort === 'none' ? null : effort;
}
