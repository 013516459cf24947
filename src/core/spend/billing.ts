import type { Provider } from '../contender.ts';
import type { Usage } from './usage.ts';

/** What a request is billed by beside its tokens, as the response reports it. */
export interface BillingTerms {
  /** The service tier's name on the provider's wire (`default`, `standard`, `flex`, `priority`, `batch`), or null. */
  readonly serviceTier: string | null;
  /** Where it was computed, if that has a price: `us`, `eu` and so on. Null for anywhere. */
  readonly region: string | null;
}

/** What list prices are for. */
export const standardTerms: BillingTerms = { serviceTier: null, region: null };

/** What a provider bills apart from the model's own tokens. */
export type ExtraUsage =
  /** Pictures made by another model within the request; tokens of each class, which do not overlap. */
  | {
      readonly kind: 'image-generation';
      /** Null when the response does not name it. */
      readonly model: string | null;
      readonly textInput: number;
      readonly cachedTextInput: number;
      readonly imageInput: number;
      readonly cachedImageInput: number;
      readonly textOutput: number;
      readonly imageOutput: number;
    }
  /** A tool that runs at the provider and is billed by the call, e.g. `web_search`. */
  | { readonly kind: 'tool'; readonly name: string; readonly calls: number }
  /** Tokens that another model used within the request, e.g. an advisor. */
  | { readonly kind: 'model'; readonly model: string; readonly usage: Usage };

/** Everything in a response that its price depends on. */
export interface Metered {
  readonly usage: Usage;
  readonly extras: readonly ExtraUsage[];
  readonly terms: BillingTerms;
}

/**
 * What is known of a request's terms before its response names them: OpenAI bills by the regional host that is asked,
 * and no field of the response says so (developers.openai.com/api/docs/guides/data-residency).
 *
 * @param host e.g. `eu.api.openai.com`
 */
export function expectedTerms(provider: Provider, host: string): BillingTerms {
  const region = /^([a-z]{2})\.api\.openai\.com(?::\d+)?$/.exec(host)?.[1] ?? null;
  return provider === 'openai' && region !== null ? { ...standardTerms, region } : standardTerms;
}
