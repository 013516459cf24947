import type { Usage } from '../../core/spend/usage.ts';
import { countField, isFields, objectField } from '../fields.ts';

/**
 * Usage as the Responses API reports it, in our normal form, or null when it does not say what was used. Its
 * `input_tokens` includes what was read from and written to the cache. Writes are of one kind here: their longer life has
 * to be asked for, which no request of ours does.
 */
export function openAiUsage(raw: unknown): Usage | null {
  if (!isFields(raw)) return null;
  const input = countField(raw, 'input_tokens');
  const output = countField(raw, 'output_tokens');
  if (input === null || output === null) return null;
  const details = objectField(raw, 'input_tokens_details');
  const cacheRead = Math.min(input, countField(details, 'cached_tokens') ?? 0);
  const cacheWrite = Math.min(input - cacheRead, countField(details, 'cache_write_tokens') ?? 0);
  return {
    uncachedInput: input - cacheRead - cacheWrite,
    cacheRead,
    cacheWrite5m: cacheWrite,
    cacheWrite1h: 0,
    output,
    reasoning: Math.min(output, countField(objectField(raw, 'output_tokens_details'), 'reasoning_tokens') ?? 0),
  };
}
