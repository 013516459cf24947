import type { AnswerPart } from '../../core/answer.ts';
import type { Fields } from '../fields.ts';
import { textField } from '../fields.ts';

const longestExplanation = 1000;

/** How a message ends, by its stop reason and the details that come with it. */
export const endings: Readonly<Record<string, (details: Fields | null) => AnswerPart>> = {
  end_turn: () => ({ type: 'end' }),
  stop_sequence: () => ({ type: 'end' }),
  tool_use: () => ({ type: 'end' }),
  pause_turn: () => ({ type: 'paused' }),
  max_tokens: () => ({ type: 'failure', failure: { kind: 'truncated', limit: 'output' } }),
  model_context_window_exceeded: () => ({ type: 'failure', failure: { kind: 'truncated', limit: 'context' } }),
  refusal: (details) => ({
    type: 'failure',
    failure: { kind: 'refused', explanation: textField(details, 'explanation')?.slice(0, longestExplanation) ?? null },
  }),
};
