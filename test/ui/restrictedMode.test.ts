import assert from 'node:assert/strict';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

describe('Restricted Mode', () => {
  const { workbench, wire } = useWiredWorkbench({ trust: true });

  it('sends nothing before the workspace is trusted, says so, and works once it is', async () => {
    const { dialog, editor, notifications, page } = workbench();
    await dialog.press(/No, I don't trust/);
    await editor.open('src/basket.ts');
    await workbench().run('Tiebreak: Compare fix with both models');
    await notifications.waitFor(/Restricted Mode, so Tiebreak sends nothing/);
    assert.equal(await page.locator('.tab').filter({ hasText: 'Fix basket.ts' }).count(), 0);
    assert.equal(wire().requests.length, 0);
    await notifications.press(/Restricted Mode/, 'Manage workspace trust');
    await page.getByRole('button', { name: 'Trust', exact: true }).first().click();
    // Newer versions show that page in a box over the window; it is gone after a reload, the trust is not.
    await page.locator('.workspace-trust-editor.trusted').waitFor();
    await workbench().load();
    await storeKeys(workbench());
    await editor.open('src/basket.ts');
    await workbench().run('Tiebreak: Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await tab.waitForStatus('GPT-5.5', /Done|No edit/);
    assert.equal(wire().requests.length, 2);
  });
});
