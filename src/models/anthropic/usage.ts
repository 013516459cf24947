import type { Usage } from '../../core/spend/usage.ts';
import type { Fields } from '../fields.ts';
import { isFields, listField, numberField, objectField } from '../fields.ts';

/** The counts that arrive more than once in a stream. */
const countNames = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens', 'output_tokens'] as const;

/**
 * Gathers a message's usage from `message_start` and any number of `message_delta`s. Those are cumulative, and leave
 * out or null what they do not know, so the last number of each count holds. Only `message_start` splits cache writes
 * into five minutes and one hour; the total can grow after it when server tools write more.
 */
export class MessageUsage {
  private fields: Fields = {};

  /** Takes the `usage` object of an event; gives the usage so far, or null when it held nothing. */
  take(raw: unknown): { readonly usage: Usage; readonly raw: unknown } | null {
    if (!isFields(raw)) return null;
    const known = Object.entries(raw).filter(([, value]) => value !== null);
    this.fields = { ...this.fields, ...Object.fromEntries(known) };
    return { usage: anthropicUsage(this.fields), raw: this.fields };
  }
}

/**
 * Usage as the Messages API reports it, in our normal form. Its `input_tokens` does not include the cache. Where
 * `iterations` lists the passes of a turn, their sum holds: the counts beside it leave out compaction.
 */
export function anthropicUsage(raw: Fields): Usage {
  const iterations = listField(raw, 'iterations').filter(isFields);
  const passes = iterations.length > 0 ? iterations : [raw];
  const count = (name: (typeof countNames)[number]) =>
    passes.reduce((sum, pass) => sum + (numberField(pass, name) ?? 0), 0);
  const cacheWrite = count('cache_creation_input_tokens');
  const oneHour = numberField(objectField(raw, 'cache_creation'), 'ephemeral_1h_input_tokens') ?? 0;
  const cacheWrite1h = Math.min(cacheWrite, oneHour);
  const output = count('output_tokens');
  return {
    uncachedInput: count('input_tokens'),
    cacheRead: count('cache_read_input_tokens'),
    cacheWrite5m: cacheWrite - cacheWrite1h,
    cacheWrite1h,
    output,
    reasoning: Math.min(output, numberField(objectField(raw, 'output_tokens_details'), 'thinking_tokens') ?? 0),
  };
}
