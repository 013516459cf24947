import type * as vscode from 'vscode';
import type { Provider } from '../core/contender.ts';
import { type KeyPlace, placeOfSecret, secretName } from './keyNames.ts';

/** The keys, in VS Code's secret storage and nowhere else. */
export interface Keys {
  /** The key for a provider at a host, or null. Never the key of another host. */
  keyFor(provider: Provider, host: string): Promise<string | null>;
  store(place: KeyPlace, key: string): Promise<void>;
  remove(place: KeyPlace): Promise<void>;
  /** Everywhere a key is stored for. */
  places(): Promise<readonly KeyPlace[]>;
  /** Every key that was read or written since the start, for the log to redact; removed ones too. */
  knownValues(): readonly string[];
}

/** Keys in the given storage. Reads nothing until asked. */
export function createKeys(secrets: vscode.SecretStorage): Keys {
  const seen = new Set<string>();
  return {
    async keyFor(provider, host) {
      const key = await secrets.get(secretName({ provider, host }));
      if (key === undefined || key === '') return null;
      seen.add(key);
      return key;
    },
    async store(place, key) {
      seen.add(key);
      await secrets.store(secretName(place), key);
    },
    async remove(place) {
      await secrets.delete(secretName(place));
    },
    async places() {
      const names = await secrets.keys();
      return names.map(placeOfSecret).filter((place) => place !== null);
    },
    knownValues: () => [...seen],
  };
}
