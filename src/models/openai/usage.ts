import type { Usage } from '../../core/spend/usage.ts';
import { isFields, numberField, objectField } from '../fields.ts';

/**
 * Usage as the Responses API reports it, in our normal form, or null when there is none. Its `input_tokens` includes
 * what was read from and written to the cache.
 */
export function openAiUsage(raw: unknown): Usage | null {
  if (!isFields(raw)) return null;
  const input = numberField(raw, 'input_tokens');
  const output = numberField(raw, 'output_tokens');
  if (input === null || output === null) return null;
  const details = objectField(raw, 'input_tokens_details');
  const cacheRead = Math.min(input, numberField(details, 'cached_tokens') ?? 0);
  const cacheWrite = Math.min(input - cacheRead, numberField(details, 'cache_write_tokens') ?? 0);
  return {
    uncachedInput: input - cacheRead - cacheWrite,
    cacheRead,
    cacheWrite5m: cacheWrite,
    cacheWrite1h: 0,
    output,
    reasoning: Math.min(output, numberField(objectField(raw, 'output_tokens_details'), 'reasoning_tokens') ?? 0),
  };
}
