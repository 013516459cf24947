import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { noOwnPrices } from '../../../src/core/spend/ownPrices.ts';
import { readPriceSetting, wantsRefreshedPrices } from '../../../src/host/spend/priceSettings.ts';
import { closeEditors } from './workspaceFile.ts';

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('tiebreak').update(name, value, vscode.ConfigurationTarget.Global);
}

describe('the settings of prices', () => {
  afterEach(async () => {
    await closeEditors();
    for (const name of ['prices', 'refreshPrices']) await set(name, undefined);
  });

  it('are empty and off until the person sets them, and in force at once', async () => {
    assert.deepEqual(readPriceSetting(), noOwnPrices);
    assert.equal(wantsRefreshedPrices(), false);
    await set('prices', { 'openai/gpt-5.5': { input: 0, output: 0 } });
    await set('refreshPrices', true);
    const prices = readPriceSetting();
    assert.ok(!('kind' in prices));
    assert.deepEqual([...prices.keys()], ['openai/gpt-5.5']);
    assert.equal(wantsRefreshedPrices(), true);
  });

  it('cannot be of a workspace', () => {
    for (const name of ['prices', 'refreshPrices']) {
      const scope = vscode.extensions.all
        .flatMap((extension) => Object.entries(propertiesOf(extension.packageJSON)))
        .find(([property]) => property === `tiebreak.${name}`)?.[1].scope;
      assert.equal(scope, 'application');
    }
  });

  it('are marked in settings.json where they cannot be read, and only there', async () => {
    const good: readonly unknown[] = [
      { 'openai/gpt-5.5': { input: 5, output: 30, cacheRead: 0.5, cacheWrite5m: 1, cacheWrite1h: 2 } },
      { 'anthropic/*': { discount: 12.5 }, 'openai/llama-*': { input: 0, output: 0 } },
    ];
    const bad: readonly unknown[] = [
      { 'openai/gpt-5.5': { input: 5 } },
      { 'openai/gpt-5.5': { input: -5, output: 1 } },
      { 'openai/gpt-5.5': { input: '5', output: 1 } },
      { 'gpt-5.5': { input: 5, output: 1 } },
      { 'openai/gpt-5.5': { input: 5, output: 1, discount: 10 } },
      { 'openai/gpt-5.5': { discount: 101 } },
      { 'openai/*-mini': { discount: 10 } },
    ];
    await vscode.commands.executeCommand('workbench.action.openSettingsJson');
    const uri = vscode.window.activeTextEditor?.document.uri;
    assert.ok(uri !== undefined);
    // Settings of other extensions that are not there, and of other windows, are marked as well.
    const marks = () =>
      vscode.languages
        .getDiagnostics(uri)
        .map(({ message }) => message)
        .filter((message) => !/^Unknown Configuration Setting|cannot be applied in this window/.test(message));
    const until = async (isMarked: boolean, what: unknown) => {
      const giveUpAt = Date.now() + 15_000;
      while (marks().length > 0 !== isMarked) {
        assert.ok(Date.now() < giveUpAt, `${JSON.stringify(what)} ${isMarked ? 'not marked' : marks().join(' ')}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    for (const [index, value] of bad.entries()) {
      await set('prices', value);
      assert.ok('kind' in readPriceSetting(), JSON.stringify(value));
      await until(true, value);
      const corrected = good[index % good.length];
      await set('prices', corrected);
      assert.ok(!('kind' in readPriceSetting()), JSON.stringify(corrected));
      await until(false, corrected);
    }
  });
});

interface Properties {
  readonly [name: string]: { readonly scope?: string };
}

function propertiesOf(manifest: unknown): Properties {
  const { contributes } = manifest as { readonly contributes?: { readonly configuration?: unknown } };
  return (contributes?.configuration as { readonly properties?: Properties } | undefined)?.properties ?? {};
}
