import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readStatusBarPeriod } from '../../../src/host/spend/statusBarSetting.ts';

const settings = () => vscode.workspace.getConfiguration('tiebreak');

describe('readStatusBarPeriod', () => {
  const set = async (value: unknown) => settings().update('statusBar', value, vscode.ConfigurationTarget.Global);
  afterEach(() => set(undefined));

  it('is what the manifest promises where nothing, or no choice, is set', async () => {
    assert.equal(readStatusBarPeriod(), settings().get('statusBar'));
    await set('yesterday');
    assert.equal(readStatusBarPeriod(), 'today');
    await set(7);
    assert.equal(readStatusBarPeriod(), 'today');
  });

  it('takes every choice of the manifest', async () => {
    const manifest: unknown = vscode.extensions.getExtension('tiebreak.tiebreak')?.packageJSON;
    const { enum: choices } = (manifest as { contributes: { configuration: { properties: Record<string, Choice> } } })
      .contributes.configuration.properties['tiebreak.statusBar'] ?? { enum: [] };
    assert.deepEqual(choices, ['today', 'session', 'month', 'workspace', 'none']);
    for (const choice of choices) {
      await set(choice);
      assert.equal(readStatusBarPeriod(), choice === 'none' ? null : choice);
    }
  });

  it('is the person’s alone: no workspace can set it', () => {
    assert.equal(settings().inspect('statusBar')?.workspaceValue, undefined);
    return assert.rejects(
      async () => settings().update('statusBar', 'none', vscode.ConfigurationTarget.Workspace),
      /application|scope|not supported|Unable to write/i,
    );
  });
});

interface Choice {
  readonly enum: readonly string[];
}
