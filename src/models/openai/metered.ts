import type { ExtraUsage, Metered } from '../../core/spend/billing.ts';
import { expectedTerms } from '../../core/spend/billing.ts';
import type { Fields } from '../fields.ts';
import { countField, isFields, listField, objectField, textField } from '../fields.ts';
import { imageUsage } from './imageUsage.ts';
import { openAiUsage } from './usage.ts';

/** What a finished response was billed for, and the provider's own words for it. */
export interface MeteredResponse {
  readonly metered: Metered;
  /** The usage object, and in it what the response says of the same matter beside it. */
  readonly raw: Fields;
}

/**
 * What the response at the end of a stream says that its price depends on, or null when it reports no usage. Only this
 * last one names the service tier that was used: those before it repeat what was asked for.
 *
 * @param host what was asked, since the region is told by it alone
 */
export function meteredResponse(response: Fields | null, host: string): MeteredResponse | null {
  const reported = objectField(response, 'usage');
  const usage = openAiUsage(reported);
  if (usage === null) return null;
  const tier = textField(response, 'service_tier');
  const toolUsage = objectField(response, 'tool_usage');
  const images = imageUsage(response);
  return {
    metered: {
      usage,
      extras: [...(images === null ? [] : [images]), ...toolCalls(response, images !== null)],
      terms: { ...expectedTerms('openai', host), serviceTier: tier === 'auto' ? null : tier },
    },
    raw: {
      ...reported,
      ...(tier === null ? {} : { service_tier: tier }),
      ...(toolUsage === null ? {} : { tool_usage: toolUsage }),
    },
  };
}

/**
 * Calls of tools at the provider. Searches are counted there, without those that are free; where they are not, and for
 * all other tools, the output tells. Pictures whose tokens are not reported are such calls too: those have no price.
 */
function toolCalls(response: Fields | null, imagesAreMetered: boolean): readonly ExtraUsage[] {
  const output = listField(response, 'output').filter(isFields);
  const callsOf = (type: string) => output.filter((item) => item.type === type && isBillable(item)).length;
  const searches = countField(objectField(objectField(response, 'tool_usage'), 'web_search'), 'num_requests');
  const calls: Readonly<Record<string, number>> = {
    web_search: searches ?? callsOf('web_search_call'),
    file_search: callsOf('file_search_call'),
    code_interpreter: callsOf('code_interpreter_call'),
    image_generation: imagesAreMetered ? 0 : callsOf('image_generation_call'),
  };
  return Object.entries(calls).flatMap(([name, count]): readonly ExtraUsage[] =>
    count === 0 ? [] : [{ kind: 'tool', name, calls: count }],
  );
}

/** Opening a page that was found, or looking for something in it, is free. */
function isBillable(item: Fields): boolean {
  const action = textField(objectField(item, 'action'), 'type');
  return item.status !== 'failed' && action !== 'open_page' && action !== 'find_in_page';
}
