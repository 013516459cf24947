import type Anthropic from '@anthropic-ai/sdk';
import type { RoundReply } from '../../core/edits/toolCall.ts';
import { answersTo } from '../answersTo.ts';
import { isFields, textField } from '../fields.ts';

/** One turn of either party. */
export type Message = Anthropic.Messages.MessageParam;

type Block = Anthropic.Messages.ContentBlockParam;

/** What the model said, as the assistant's turn of the next request; empty content makes no turn. */
export function replayedContent(content: readonly unknown[]): readonly Message[] {
  const blocks = content.filter(isContentBlock);
  return blocks.length === 0 ? [] : [{ role: 'assistant', content: blocks }];
}

/**
 * The history with what the model is told next: of every call that waits for it, first, as the API demands, then the
 * person's message. Calls that the reply says nothing of are answered too, since the API turns down a history with open
 * ones; results of calls that it does not know are left out for the same reason. A turn that is the person's already
 * goes on: turns have to alternate.
 */
export function withReply(history: readonly Message[], reply: RoundReply): readonly Message[] {
  // A text without a visible character is turned down.
  const message = reply.message?.trim() === '' ? null : reply.message;
  const last = history.at(-1);
  const results = answersTo(openCalls(last), { ...reply, message }).map((result): Block => {
    const { callId: tool_use_id, text: content, succeeded } = result;
    return { type: 'tool_result', tool_use_id, content, ...(succeeded ? {} : { is_error: true }) };
  });
  const content: readonly Block[] = message === null ? results : [...results, { type: 'text', text: message }];
  if (content.length === 0) return history;
  if (last?.role !== 'user') return [...history, { role: 'user', content: [...content] }];
  return [...history.slice(0, -1), { role: 'user', content: [...blocksOf(last), ...content] }];
}

/** The provider takes back whatever blocks it put out, kinds included that we do not know. */
export function isContentBlock(block: unknown): block is Block {
  return isFields(block) && textField(block, 'type') !== null;
}

/** The ids of the calls that the model ended its turn with. */
function openCalls(last: Message | undefined): readonly string[] {
  if (last?.role !== 'assistant') return [];
  return blocksOf(last).flatMap((block) => (block.type === 'tool_use' ? [block.id] : []));
}

function blocksOf({ content }: Message): readonly Block[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}
