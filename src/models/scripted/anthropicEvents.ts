import type { FileEdit } from '../../core/edits/toolCall.ts';
import type { StreamedAnswer, WireEvent } from './openaiEvents.ts';
import { pieces } from './pieces.ts';

/** The events of a whole message as the Messages API streams them. */
export function anthropicEvents(answer: StreamedAnswer): readonly WireEvent[] {
  const events: WireEvent[] = [];
  let index = 0;
  const block = (start: Readonly<Record<string, unknown>>, deltas: readonly Readonly<Record<string, unknown>>[]) => {
    events.push({ type: 'content_block_start', index, content_block: start });
    for (const delta of deltas) events.push({ type: 'content_block_delta', index, delta });
    events.push({ type: 'content_block_stop', index });
    index += 1;
  };

  events.push({
    type: 'message_start',
    message: {
      model: answer.model,
      id: 'msg_scripted',
      type: 'message',
      role: 'assistant',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: {
        input_tokens: answer.inputTokens,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
        output_tokens: 1,
        service_tier: 'standard',
      },
    },
  });
  if (answer.thinking !== '') {
    block({ type: 'thinking', thinking: '', signature: '' }, [
      ...pieces(answer.thinking).map((thinking) => ({ type: 'thinking_delta', thinking })),
      { type: 'signature_delta', signature: 'c2NyaXB0ZWQ=' },
    ]);
  }
  events.push({ type: 'ping' });
  if (answer.prose !== '') {
    block(
      { type: 'text', text: '' },
      pieces(answer.prose).map((text) => ({ type: 'text_delta', text })),
    );
  }
  answer.calls.forEach((call, position) => {
    const isFunction = call.kind === 'function';
    const start = {
      type: 'tool_use',
      id: `toolu_scripted_${answer.round}_${position}`,
      name: isFunction ? call.name : 'str_replace_based_edit_tool',
      input: {},
    };
    const json = isFunction ? call.arguments : JSON.stringify(inputOf(call));
    block(
      start,
      ['', ...pieces(json)].map((partial_json) => ({ type: 'input_json_delta', partial_json })),
    );
  });
  const thinkingTokens = tokensOf(answer.thinking);
  events.push({
    type: 'message_delta',
    delta: { stop_reason: answer.calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null },
    usage: {
      input_tokens: answer.inputTokens,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: thinkingTokens + tokensOf(answer.prose) + tokensOf(JSON.stringify(answer.calls)),
      output_tokens_details: { thinking_tokens: thinkingTokens },
    },
  });
  events.push({ type: 'message_stop' });
  return events;
}

/** What a text would roughly come to. */
function tokensOf(text: string): number {
  return Math.ceil(text.length / 3);
}

function inputOf(edit: FileEdit): Readonly<Record<string, unknown>> {
  const { path } = edit;
  switch (edit.kind) {
    case 'create':
      return { command: 'create', path, file_text: edit.text };
    case 'replace':
      return { command: 'str_replace', path, old_str: edit.oldText, new_str: edit.newText };
    case 'insert':
      return { command: 'insert', path, insert_line: edit.afterLine, insert_text: edit.text };
    default:
      throw new Error(`the text editor tool has no ${edit.kind}`);
  }
}
