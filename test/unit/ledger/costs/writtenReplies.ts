import { openAiEnding } from '../../../wire/replies.ts';
import type { WireReply } from '../../../wire/wireReply.ts';

type Json = Readonly<Record<string, unknown>>;

/** A response of the Responses API that ended, with these fields beside its usage. */
export function response(
  usage: Json | null,
  fields: Json = {},
  type = 'response.completed',
  model = 'gpt-5.5-2026-04-23',
): WireReply {
  return openAiEnding({ prose: 'Text.', model }, type, { usage, ...fields });
}

/** A message of the Messages API: what its start says was used, and what each delta after it says. */
export function message(start: Json, deltas: readonly Json[], model = 'claude-opus-4-7'): WireReply {
  const text = 'Seen so far, before anything went wrong.';
  return {
    content: {
      kind: 'events',
      events: [
        {
          type: 'message_start',
          message: { id: 'msg_written', type: 'message', role: 'assistant', model, content: [], usage: start },
        },
        { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
        { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } },
        { type: 'content_block_stop', index: 0 },
        ...deltas.map((usage, at) => ({
          type: 'message_delta',
          delta: { stop_reason: at === deltas.length - 1 ? 'end_turn' : null, stop_sequence: null },
          usage,
        })),
        { type: 'message_stop' },
      ],
    },
  };
}
