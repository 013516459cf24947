import type { ModelClients } from './app/ports.ts';
import type { Contender, Provider } from './core/contender.ts';
import type { Failure } from './core/failure.ts';
import type { Side } from './core/side.ts';
import type { Keys } from './host/keys.ts';
import { readBaseUrl, readSettings } from './host/settings.ts';
import { trustedClients } from './host/trustedClients.ts';
import { contenderFor } from './models/catalog.ts';
import { createModelClients } from './models/modelClients.ts';

/** However slowly an answer trickles in, half an hour is the end of it. */
export const longestAnswerMs = 30 * 60_000;

/** The models behind both wires, with the person's keys and addresses. */
export function modelClients(keys: Keys): ModelClients {
  return trustedClients(
    createModelClients({ apiKey: (provider) => storedKey(provider, keys), baseUrl: checkedBaseUrl }),
  );
}

/** The contender that the settings put on a side, or why they put none. */
export function contenderFromSettings(side: Side, scripted: boolean): Contender | Failure {
  const settings = readSettings();
  const { maxOutputTokens } = settings;
  const contender = contenderFor(side, { ...settings[side], maxOutputTokens, scripted });
  if ('kind' in contender || scripted) return contender;
  const address = readBaseUrl(contender.provider);
  return address.kind === 'base-url' ? contender : address;
}

/** The key for a provider at the address that is set; null where there is none. */
export async function storedKey(provider: Provider, keys: Keys): Promise<string | null> {
  const address = readBaseUrl(provider);
  return address.kind === 'base-url' ? keys.keyFor(provider, address.host) : null;
}

/** Contenders are only made for addresses that can be used; this one changed in the very moment, and reaches nothing. */
function checkedBaseUrl(provider: Provider): string {
  const address = readBaseUrl(provider);
  return address.kind === 'base-url' ? address.url : 'https://invalid.invalid';
}
