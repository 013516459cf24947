import type Anthropic from '@anthropic-ai/sdk';
import type { ConversationStart } from '../../app/ports.ts';
import type { Effort } from '../../core/contender.ts';
import { toolForm } from '../toolForm.ts';
import { builtInTool, customTool, readFunctions } from './editTool.ts';
import type { Message } from './history.ts';
import { withImages } from './images.ts';
import type { OptionalParameter, RejectedParameters } from './parameters.ts';
import { optionalParameters } from './parameters.ts';

/** What the conversation opens with. */
export function firstMessages(start: ConversationStart): readonly Message[] {
  return withImages([{ role: 'user', content: [{ type: 'text', text: start.prompt.user }] }], start.prompt.images);
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
  const tools = toolsOf(start, rejected);
  return {
    model: contender.model,
    max_tokens: contender.maxOutputTokens,
    system: tools.length > 0 || start.image !== undefined ? prompt.system : `${prompt.system}\n\n${start.textEditing}`,
    messages: [...messages],
    ...(tools.length > 0 ? { tools: [...tools] } : {}),
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

/** The tools of a request: with the built-in edit tool, or with one of our own in its place, or none at all. */
function toolsOf(start: ConversationStart, rejected: RejectedParameters): readonly Anthropic.Messages.ToolUnion[] {
  const form = toolForm(start, rejected);
  if (form === 'none') return [];
  return [form === 'built-in' ? builtInTool : customTool, ...(start.canRead ? readFunctions : [])];
}

/** Which of the optional parameters a request carries. */
export function sentParameters(start: ConversationStart, rejected: RejectedParameters): readonly OptionalParameter[] {
  const form = toolForm(start, rejected);
  return optionalParameters.filter(
    (name) =>
      !rejected.has(name) &&
      (name !== 'tools' || form === 'built-in') &&
      (name !== 'functions' || form === 'functions') &&
      (name !== 'thinking.display' || !rejected.has('thinking')) &&
      (name !== 'output_config.effort' || effortOf(start.contender.effort) !== null),
  );
}

/** This API has no effort `none`. */
function effortOf(effort: Effort | null): Exclude<Effort, 'none'> | null {
  return effort === 'none' ? null : effort;
}
