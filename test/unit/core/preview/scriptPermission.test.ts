import assert from 'node:assert/strict';
import {
  readScriptSetting,
  type ScriptSurroundings,
  scriptBar,
} from '../../../../src/core/preview/scriptPermission.ts';

const browser: ScriptSurroundings = { setting: 'desktop', isDesktop: false, isTrusted: true, version: '1.139.1' };
const desktop: ScriptSurroundings = { ...browser, isDesktop: true };

describe('whether the scripts of previewed pages may run', () => {
  it('is decided by where VS Code runs, unless the person says otherwise', () => {
    assert.equal(scriptBar(desktop), null);
    assert.equal(scriptBar(browser), 'browser');
    assert.equal(scriptBar({ ...browser, setting: 'everywhere' }), null);
    assert.equal(scriptBar({ ...desktop, setting: 'everywhere' }), null);
    assert.equal(scriptBar({ ...desktop, setting: 'never' }), 'never');
    assert.equal(scriptBar({ ...browser, setting: 'never' }), 'never');
  });

  it('is no in Restricted Mode and in versions with known faults, whatever the setting', () => {
    for (const setting of ['desktop', 'everywhere', 'never'] as const) {
      for (const isDesktop of [true, false]) {
        const around = { ...desktop, setting, isDesktop };
        assert.equal(scriptBar({ ...around, isTrusted: false }), 'untrusted');
        assert.equal(scriptBar({ ...around, version: '1.136.1' }), 'old-version');
        assert.equal(scriptBar({ ...around, version: '1.136.1', isTrusted: false }), 'untrusted');
      }
    }
  });

  it('is set by name, or by the yes and no of earlier versions; what means nothing allows nothing', () => {
    const values = [undefined, 'desktop', 'everywhere', 'never', true, false, 'Everywhere', '', null, 1, {}];
    assert.deepEqual(values.map(readScriptSetting), [
      'desktop',
      'desktop',
      'everywhere',
      'never',
      'everywhere',
      ...Array<string>(6).fill('never'),
    ]);
  });
});
