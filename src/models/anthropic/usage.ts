import type { Usage } from '../../core/spend/usage.ts';
import { addUsage, noUsage } from '../../core/spend/usage.ts';
import type { Fields } from '../fields.ts';
import { countField, objectField } from '../fields.ts';

/**
 * Usage as the Messages API reports it, of a whole message or of one of its iterations, in our normal form; null when it
 * does not say what was used. Its `input_tokens` does not include the cache. The total of cache writes can be more than
 * its split into five minutes and one hour, when server tools wrote after that was reported.
 */
export function anthropicUsage(counts: Fields): Usage | null {
  const input = countField(counts, 'input_tokens');
  const output = countField(counts, 'output_tokens');
  if (input === null || output === null) return null;
  const split = objectField(counts, 'cache_creation');
  const oneHour = countField(split, 'ephemeral_1h_input_tokens') ?? 0;
  const fiveMinutes = countField(split, 'ephemeral_5m_input_tokens') ?? 0;
  const cacheWrite = countField(counts, 'cache_creation_input_tokens') ?? fiveMinutes + oneHour;
  const cacheWrite1h = Math.min(cacheWrite, oneHour);
  return {
    uncachedInput: input,
    cacheRead: countField(counts, 'cache_read_input_tokens') ?? 0,
    cacheWrite5m: cacheWrite - cacheWrite1h,
    cacheWrite1h,
    output,
    reasoning: reasoningIn(counts, output),
  };
}

/**
 * The sum of a message's iterations, or null when one of them does not say what it used.
 *
 * @param message the counts of the whole message, which alone tell the reasoning, and the split of cache writes where
 * the iterations do not
 */
export function summedUsage(iterations: readonly Fields[], message: Fields): Usage | null {
  const isSplit = iterations.some((iteration) => objectField(iteration, 'cache_creation') !== null);
  const usages = iterations.map(anthropicUsage);
  if (usages.some((usage) => usage === null)) return null;
  const sum = usages.filter((usage) => usage !== null).reduce(addUsage, noUsage);
  const oneHour = countField(objectField(message, 'cache_creation'), 'ephemeral_1h_input_tokens') ?? 0;
  const moved = isSplit ? 0 : Math.min(sum.cacheWrite5m, oneHour);
  return {
    ...sum,
    cacheWrite5m: sum.cacheWrite5m - moved,
    cacheWrite1h: sum.cacheWrite1h + moved,
    reasoning: Math.max(sum.reasoning, reasoningIn(message, sum.output)),
  };
}

function reasoningIn(counts: Fields, output: number): number {
  return Math.min(output, countField(objectField(counts, 'output_tokens_details'), 'thinking_tokens') ?? 0);
}
