import type { Provider } from '../core/contender.ts';

/** The companies' own names for themselves. */
export const providerLabels: Readonly<Record<Provider, string>> = { openai: 'OpenAI', anthropic: 'Anthropic' };

/** A place a key belongs to: never sent to any other host, so changing an address needs the key again. */
export interface KeyPlace {
  readonly provider: Provider;
  /** As in `BaseUrl.host`. */
  readonly host: string;
}

/** The name that a key is stored under. */
export function secretName(place: KeyPlace): string {
  return `tiebreak.key.${place.provider}@${place.host}`;
}

/** The place that a stored secret's name tells, or null for a name that is not a key's. */
export function placeOfSecret(name: string): KeyPlace | null {
  const [, provider, host] = /^tiebreak\.key\.(openai|anthropic)@(.+)$/.exec(name) ?? [];
  if (host === undefined || (provider !== 'openai' && provider !== 'anthropic')) return null;
  return { provider, host };
}

/** What is odd about a typed key: `unusable` cannot be sent at all, `unusual` may still be right. */
export function keyOddity(provider: Provider, host: string, typed: string): 'unusable' | 'unusual' | null {
  const key = typed.trim();
  // A key travels in a header, so white space and anything beyond ASCII in it is a slip of the clipboard.
  if (!/^[\x21-\x7e]+$/.test(key)) return 'unusable';
  const expected = { openai: ['api.openai.com', 'sk-'], anthropic: ['api.anthropic.com', 'sk-ant-'] }[provider];
  const [ownHost, beginning] = expected;
  if (host !== ownHost || beginning === undefined) return null;
  const isOthers = provider === 'openai' && key.startsWith('sk-ant-');
  return key.startsWith(beginning) && !isOthers && key.length >= 20 ? null : 'unusual';
}
