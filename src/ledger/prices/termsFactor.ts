import type { Provider } from '../../core/contender.ts';
import type { BillingTerms } from '../../core/spend/billing.ts';
import type { Fraction } from './fraction.ts';
import { one, product } from './fraction.ts';

/** What a request costs of its list price. */
const serviceTiers: Readonly<Record<Provider, Readonly<Record<string, Fraction>>>> = {
  // developers.openai.com/api/docs/guides/batch and /flex-processing. `priority` has prices of its own by model.
  openai: {
    default: one,
    auto: one,
    flex: { over: 1n, under: 2n },
    batch: { over: 1n, under: 2n },
  },
  // docs.claude.com/en/docs/about-claude/pricing. `priority` is paid for by commitment, and has no list price.
  anthropic: { standard: one, batch: { over: 1n, under: 2n } },
};

/**
 * OpenAI's surcharge for faster answers to requests that are not long (openai.com/api-priority-processing). A request asks
 * for the default tier, so that no bound allows for it; where a response names it all the same, it decides.
 */
const priority: readonly { readonly model: RegExp; readonly factor: Fraction }[] = [
  { model: /^gpt-5\.5(?:-\d{4}-\d{2}-\d{2})?$/, factor: { over: 5n, under: 2n } },
  { model: /^gpt-5(?:\.4|\.2|\.1|\.4-mini)?(?:-\d{4}-\d{2}-\d{2})?$/, factor: { over: 2n, under: 1n } },
  { model: /^gpt-4\.1(?:-\d{4}-\d{2}-\d{2})?$/, factor: { over: 7n, under: 4n } },
];

/**
 * What a response's terms make of its list price; null when no price is published for them, which is never guessed at.
 *
 * @param long whether the request is in the dearer tier for long ones
 */
export function termsFactor(provider: Provider, model: string, terms: BillingTerms, long: boolean): Fraction | null {
  const tier = tierFactor(provider, model, terms.serviceTier, long);
  const region = regionFactor(provider, model, terms.region);
  if (tier === null || region === null) return null;
  return product(tier, region);
}

function tierFactor(provider: Provider, model: string, tier: string | null, long: boolean): Fraction | null {
  if (tier === null) return one;
  if (provider === 'openai' && tier === 'priority') {
    return long ? null : (priority.find((each) => each.model.test(model))?.factor ?? null);
  }
  const tiers = serviceTiers[provider];
  return Object.hasOwn(tiers, tier) ? (tiers[tier] ?? null) : null;
}

/**
 * A tenth more for computing in a named region: OpenAI's regional hosts for models since GPT-5.4
 * (developers.openai.com/api/docs/guides/data-residency), Anthropic's `us` for models since Opus and Sonnet 4.6
 * (docs.claude.com/en/docs/about-claude/pricing). The models are listed by name, as no price data tells the surcharge:
 * whether a newer one has it is not known here, so that its price in a region is unknown until it is listed, though its
 * list price is known. That is the safe side: with a budget such a request is held back rather than counted too low.
 */
function regionFactor(provider: Provider, model: string, region: string | null): Fraction | null {
  if (region === null) return one;
  const surcharge: Fraction = { over: 11n, under: 10n };
  if (provider === 'openai') return /^gpt-5\.[45](?:-|$)/.test(model) ? surcharge : null;
  return region === 'us' && /^claude-(?:opus|sonnet)-4-[67](?:-|$)/.test(model) ? surcharge : null;
}
