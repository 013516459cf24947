import type Anthropic from '@anthropic-ai/sdk';
import type { ToolResult } from '../../core/edits/toolCall.ts';
import { isFields, textField } from '../fields.ts';
import type { Message } from './request.ts';

/** What the model said, as the assistant's turn of the next request; empty content makes no turn. */
export function replayedContent(content: readonly unknown[]): readonly Message[] {
  const blocks = content.filter(isContentBlock);
  return blocks.length === 0 ? [] : [{ role: 'assistant', content: blocks }];
}

/** The results of a round's calls as the user's next turn; no results make no turn. */
export function resultMessages(results: readonly ToolResult[]): readonly Message[] {
  if (results.length === 0) return [];
  const content = results.map((result) => ({
    type: 'tool_result' as const,
    tool_use_id: result.callId,
    content: result.text,
    ...(result.succeeded ? {} : { is_error: true }),
  }));
  return [{ role: 'user', content }];
}

/** The provider takes back whatever blocks it put out, kinds included that we do not know. */
function isContentBlock(block: unknown): block is Anthropic.Messages.ContentBlockParam {
  return isFields(block) && textField(block, 'type') !== null;
}
