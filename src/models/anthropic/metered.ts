import type { BillingTerms, ExtraUsage, Metered } from '../../core/spend/billing.ts';
import type { Fields } from '../fields.ts';
import { countField, isFields, listField, objectField, textField } from '../fields.ts';
import { anthropicUsage, summedUsage } from './usage.ts';

/** The tool at the provider that costs nothing beyond its tokens (platform.claude.com/docs/en/about-claude/pricing). */
const freeTool = 'web_fetch';

/** Places of inference that have no price of their own. */
const anywhere: ReadonlySet<string> = new Set(['global', 'not_available']);

/**
 * What a message's usage object says that its price depends on, or null when it does not say what was used. Where
 * `iterations` lists the passes of a turn their sum holds, since the counts beside it leave out compaction and the later
 * passes' input. Passes of another model, an advisor's above all, are in no count beside it and have another price.
 *
 * @param model that of the message
 */
export function meteredMessage(raw: Fields, model: string | null): Metered | null {
  const iterations = listField(raw, 'iterations').filter(isFields);
  const own = iterations.filter((iteration) => !isForeign(iteration, model));
  const usage = iterations.length === 0 ? anthropicUsage(raw) : summedUsage(own, raw);
  const others = iterations.filter((iteration) => isForeign(iteration, model)).map(otherModel);
  if (usage === null || others.some((other) => other === null)) return null;
  const extras = [...others.filter((other) => other !== null), ...toolsOf(objectField(raw, 'server_tool_use'))];
  return { usage, extras, terms: termsOf(raw) };
}

function isForeign(iteration: Fields, model: string | null): boolean {
  if (iteration.type === 'advisor_message') return true;
  const own = textField(iteration, 'model');
  return own !== null && model !== null && undated(own) !== undated(model);
}

/** One without a name has no price, and so the request has none either. */
function otherModel(iteration: Fields): ExtraUsage | null {
  const usage = anthropicUsage(iteration);
  return usage === null ? null : { kind: 'model', model: textField(iteration, 'model') ?? '', usage };
}

/** Counts of calls are named after the tool: `web_search_requests`. */
function toolsOf(counts: Fields | null): readonly ExtraUsage[] {
  return Object.keys(counts ?? {}).flatMap((field): readonly ExtraUsage[] => {
    const name = field.replace(/_requests$/, '');
    const calls = countField(counts, field) ?? 0;
    return calls === 0 || name === freeTool ? [] : [{ kind: 'tool', name, calls }];
  });
}

/** Fast inference has prices of its own, as a tier has. */
function termsOf(raw: Fields): BillingTerms {
  const place = textField(raw, 'inference_geo');
  return {
    serviceTier: raw.speed === 'fast' ? 'fast' : textField(raw, 'service_tier'),
    region: place === null || anywhere.has(place) ? null : place,
  };
}

function undated(model: string): string {
  return model.replace(/-\d{8}$/, '');
}
