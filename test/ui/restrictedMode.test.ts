import assert from 'node:assert/strict';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { savedLayout } from './workbench/savedLayout.ts';
import { waitUntil } from './workbench/waitUntil.ts';
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

  it('neither sends nor counts a draft that comes back after the trust is gone', async () => {
    const { dialog, editor, notifications, page } = workbench();
    await editor.open('src/receipt.ts');
    await workbench().run('Tiebreak: Show what will be sent');
    const before = await ComparisonTab.of(workbench(), 'Fix receipt.ts');
    await before.button('Send to both models').waitFor();
    await waitUntil('the layout to be saved', async () =>
      (await savedLayout(page)).includes('Fix receipt.ts') ? true : undefined,
    );
    wire().reset();
    await workbench().run('Workspaces: Manage Workspace Trust');
    const trusted = page.locator('.trusted-uris-table .monaco-list-row').first();
    await trusted.hover();
    await trusted.getByRole('button', { name: /Delete/ }).click();
    // The window begins anew by itself, and asks again.
    await dialog.press(/No, I don't trust/);
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    const draft = await ComparisonTab.of(workbench(), 'Fix receipt.ts');
    await draft.press('Count tokens exactly');
    await draft.waitForText(/Not counted: .*Restricted Mode/);
    await draft.press('Send to both models');
    await notifications.waitFor(/Restricted Mode, so Tiebreak sends nothing/);
    assert.equal(wire().requests.length, 0);
  });
});
