import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readBaseUrl, readSettings } from '../../../src/host/settings.ts';
import { workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('tiebreak').update(name, value, vscode.ConfigurationTarget.Global);
}

describe('readSettings', () => {
  const changed = [
    'left.model',
    'left.effort',
    'left.tools',
    'left.images',
    'readingRounds',
    'maxOutputTokens',
    'idleTimeout',
    'openai.baseUrl',
  ];
  afterEach(async () => {
    for (const name of changed) await set(name, undefined);
  });

  it('gives what the manifest promises where nothing is set', () => {
    const settings = readSettings();
    assert.deepEqual(settings.left, { modelId: 'openai/gpt-5.5', effort: null, usesTools: true, takesImages: true });
    assert.deepEqual(settings.right, {
      modelId: 'anthropic/claude-opus-4-7',
      effort: null,
      usesTools: true,
      takesImages: true,
    });
    assert.equal(settings.maxOutputTokens, 32_000);
    assert.equal(settings.idleTimeoutMs, 120_000);
    assert.equal(settings.readingRounds, 4);
    const defaults = vscode.workspace.getConfiguration('tiebreak');
    assert.equal(defaults.get('left.model'), settings.left.modelId);
    assert.equal(defaults.get('right.model'), settings.right.modelId);
    assert.equal(defaults.get('maxOutputTokens'), settings.maxOutputTokens);
    assert.equal(defaults.get('left.tools'), settings.left.usesTools);
    assert.equal(defaults.get('right.tools'), settings.right.usesTools);
    assert.equal(defaults.get('left.images'), settings.left.takesImages);
    assert.equal(defaults.get('right.images'), settings.right.takesImages);
    assert.equal(defaults.get('readingRounds'), settings.readingRounds);
    assert.equal(defaults.get('idleTimeout'), settings.idleTimeoutMs / 1000);
  });

  it('takes what the person set, and not what makes no sense', async () => {
    await set('left.model', 'openai/gpt-5.4');
    await set('left.effort', 'high');
    await set('left.tools', false);
    await set('left.images', false);
    await set('readingRounds', 99);
    await set('idleTimeout', 1);
    await set('maxOutputTokens', 'many');
    const settings = readSettings();
    assert.deepEqual(settings.left, {
      modelId: 'openai/gpt-5.4',
      effort: 'high',
      usesTools: false,
      takesImages: false,
    });
    assert.equal(settings.right.usesTools, true);
    assert.equal(settings.readingRounds, 20);
    assert.equal(settings.idleTimeoutMs, 5_000);
    assert.equal(settings.maxOutputTokens, 32_000);
  });

  it('lets no workspace choose a model or an address', async () => {
    const content = JSON.stringify({
      'editor.rulers': [42],
      'tiebreak.left.model': 'openai/evil',
      'tiebreak.openai.baseUrl': 'https://evil.example',
      'tiebreak.scriptedAnswers': true,
      tiebreak: { openai: { baseUrl: 'https://evil.example' } },
    });
    await writeWorkspaceFile('.vscode/settings.json', content);
    try {
      // An ordinary setting beside the others tells when the workspace's settings are in force.
      const rulers = () => vscode.workspace.getConfiguration('editor').get<readonly number[]>('rulers') ?? [];
      while (!rulers().includes(42)) await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(readSettings().left.modelId, 'openai/gpt-5.5');
      assert.equal(readSettings().scriptedAnswers, false);
      assert.deepEqual(readBaseUrl('openai'), {
        kind: 'base-url',
        url: 'https://api.openai.com/v1',
        host: 'api.openai.com',
      });
    } finally {
      await vscode.workspace.fs.delete(workspaceUri('.vscode'), { recursive: true });
    }
  });

  it('refuses an address without encryption', async () => {
    await set('openai.baseUrl', 'http://gateway.example');
    assert.deepEqual(readBaseUrl('openai'), {
      kind: 'setting-invalid',
      setting: 'tiebreak.openai.baseUrl',
      value: 'http://gateway.example',
    });
  });
});
