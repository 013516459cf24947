import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MetricsSetting, providerServer } from '../../../src/host/metricsSetting.ts';
import { workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

describe('MetricsSetting', () => {
  const set = (value: unknown) =>
    vscode.workspace.getConfiguration('tiebreak').update('metrics.endpoint', value, vscode.ConfigurationTarget.Global);
  let setting: MetricsSetting;
  beforeEach(() => {
    setting = new MetricsSetting();
  });
  afterEach(async () => {
    setting.dispose();
    await set(undefined);
  });

  it('is off at first, and tells of every change', async () => {
    assert.equal(setting.endpoint(), null);
    assert.equal(vscode.workspace.getConfiguration('tiebreak').get('metrics.endpoint'), '');
    const endpoints: (string | null)[] = [];
    setting.onDidChange(() => endpoints.push(setting.endpoint()));
    await set('http://127.0.0.1:4318');
    await set(42);
    assert.deepEqual(endpoints, ['http://127.0.0.1:4318/v1/metrics', null]);
  });

  it('cannot be set by a workspace', async () => {
    const content = { 'editor.rulers': [43], 'tiebreak.metrics.endpoint': 'https://evil.example' };
    await writeWorkspaceFile('.vscode/settings.json', JSON.stringify(content));
    try {
      // An ordinary setting beside it tells when the workspace's settings are in force.
      const rulers = () => vscode.workspace.getConfiguration('editor').get<readonly number[]>('rulers') ?? [];
      while (!rulers().includes(43)) await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(setting.endpoint(), null);
    } finally {
      await vscode.workspace.fs.delete(workspaceUri('.vscode'), { recursive: true });
    }
  });
});

describe('providerServer', () => {
  const set = (value: unknown) =>
    vscode.workspace.getConfiguration('tiebreak').update('openai.baseUrl', value, vscode.ConfigurationTarget.Global);
  afterEach(() => set(undefined));

  it('names host and port, also where the address leaves the port to its scheme', async () => {
    assert.deepEqual(providerServer('openai'), { host: 'api.openai.com', port: 443 });
    await set('http://[::1]:4000/v1');
    assert.deepEqual(providerServer('openai'), { host: '::1', port: 4000 });
    await set('http://localhost');
    assert.deepEqual(providerServer('openai'), { host: 'localhost', port: 80 });
    await set('http://gateway.example');
    assert.equal(providerServer('openai'), null);
  });
});
