import * as vscode from 'vscode';
import type { Provider } from '../core/contender.ts';
import type { FailureOf } from '../core/failure.ts';
import { askForKey } from './keyInput.ts';
import { type KeyPlace, providerLabels } from './keyNames.ts';
import type { Keys } from './keys.ts';
import { readBaseUrl } from './settings.ts';

/** What came of asking for missing keys. */
export type MissingKeyAnswer = 'keys-entered' | 'try-scripted' | 'choose-model' | 'dismissed';

/**
 * Lets the person enter and store a key, for the host that the settings name.
 *
 * @param provider whose key; null asks.
 * @returns whether a key was stored, or why there is no host to store it for.
 */
export async function setApiKey(
  keys: Keys,
  provider: Provider | null,
): Promise<boolean | FailureOf<'setting-invalid'>> {
  const chosen = provider ?? (await pickProvider());
  if (chosen === null) return false;
  const address = readBaseUrl(chosen);
  if (address.kind === 'setting-invalid') return address;
  return await enterKey(keys, { provider: chosen, host: address.host });
}

/** Lets the person choose a stored key and removes it. */
export async function removeApiKey(keys: Keys): Promise<void> {
  const places = await keys.places();
  if (places.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No API key is stored.'));
    return;
  }
  const items = places.map((place) => ({ label: providerLabels[place.provider], description: place.host, place }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Remove which API key?') });
  if (picked === undefined) return;
  await keys.remove(picked.place);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The {0} key for {1} is removed.', picked.label, picked.place.host),
  );
}

/**
 * Asks for keys at the moment they are needed, and offers the two ways to do without. Comes back when every key is
 * there or the person chose otherwise.
 */
export async function askForMissingKey(
  keys: Keys,
  failures: readonly FailureOf<'key-missing'>[],
): Promise<MissingKeyAnswer> {
  let missing = [...new Set(failures.map((failure) => failure.provider))];
  while (missing.length > 0) {
    const picked = await pickRemedy(missing);
    if (picked === null) return 'dismissed';
    if (picked.remedy !== 'enter') return picked.remedy;
    const stored = await setApiKey(keys, picked.provider);
    if (typeof stored !== 'boolean') return 'dismissed';
    if (stored) missing = missing.filter((provider) => provider !== picked.provider);
  }
  return 'keys-entered';
}

type Remedy =
  | { readonly remedy: 'enter'; readonly provider: Provider }
  | { readonly remedy: 'try-scripted' | 'choose-model' };

async function pickRemedy(missing: readonly Provider[]): Promise<Remedy | null> {
  const items: (vscode.QuickPickItem & { readonly value: Remedy })[] = [];
  for (const provider of missing) {
    const address = readBaseUrl(provider);
    items.push({
      label: `$(key) ${vscode.l10n.t('Enter the {0} API key', providerLabels[provider])}`,
      description: address.kind === 'base-url' ? address.host : '',
      value: { remedy: 'enter', provider },
    });
  }
  items.push(
    {
      label: `$(beaker) ${vscode.l10n.t('Try it with scripted answers')}`,
      description: vscode.l10n.t('no key needed, nothing leaves this machine'),
      value: { remedy: 'try-scripted' },
    },
    { label: `$(settings-gear) ${vscode.l10n.t('Choose another model')}`, value: { remedy: 'choose-model' } },
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: missing.length > 1 ? vscode.l10n.t('Two API keys are needed') : vscode.l10n.t('An API key is needed'),
    placeHolder: vscode.l10n.t('Keys are kept in the secret storage of VS Code and sent to their own host only'),
    ignoreFocusOut: true,
  });
  return picked?.value ?? null;
}

async function pickProvider(): Promise<Provider | null> {
  const items = (['openai', 'anthropic'] as const).map((provider) => ({ label: providerLabels[provider], provider }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Set the API key of which provider?'),
  });
  return picked?.provider ?? null;
}

async function enterKey(keys: Keys, place: KeyPlace): Promise<boolean> {
  const key = await askForKey(place);
  if (key === null) return false;
  await keys.store(place, key);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The {0} key is stored, and will be sent to {1} only.', providerLabels[place.provider], place.host),
  );
  return true;
}
