import type { Provider } from '../core/contender.ts';
import type { FailureOf } from '../core/failure.ts';

/** Where a provider is reached. */
export interface BaseUrl {
  readonly kind: 'base-url';
  /** Without a slash at its end, as both SDKs take it. */
  readonly url: string;
  /** Host with its port where that is not the scheme's own; what a key belongs to and what people are told. */
  readonly host: string;
}

/** Where each provider is reached unless the person says otherwise. */
const defaultBaseUrls: Readonly<Record<Provider, string>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
};

/**
 * Checks an address before anything is sent to it: https, or http to this machine only, and without a user name,
 * password, query or fragment. An empty value means the provider's own address.
 */
export function checkBaseUrl(provider: Provider, value: string): BaseUrl | FailureOf<'setting-invalid'> {
  const address = value.trim() === '' ? defaultBaseUrls[provider] : value.trim();
  const url = allowedAddress(address);
  if (url === null) {
    return { kind: 'setting-invalid', setting: `tiebreak.${provider}.baseUrl`, value: withoutCredentials(address) };
  }
  return { kind: 'base-url', url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), host: url.host };
}

/** The address, or null for one that nothing may be sent to. */
export function allowedAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && isAllowed(url) ? url : null;
}

function isAllowed(url: URL): boolean {
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** Whether a host name, as `URL.hostname` writes it, can only mean this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

/** What may be shown of an address that was refused: a password in it is nobody's business. */
export function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//…@');
}
