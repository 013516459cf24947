import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

// Less than either answer can cost, and far more than it will.
describe('Budgets', () => {
  const { workbench, wire } = useWiredWorkbench({ settings: { 'tiebreak.budget.day': 0.5 } });

  it('hold both requests back before they are sent, until the person lets the comparison go over them', async () => {
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'A reason.', edits: [] }) });
    }
    await storeKeys(workbench());
    await workbench().editor.open('src/basket.ts');
    await workbench().editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    const refusals = tab.main.getByText(/Today’s budget of \$0\.50 would be passed/);
    await waitUntil('both refusals', async () => ((await refusals.count()) >= 2 ? true : undefined));
    assert.equal(wire().requests.length, 0);

    await tab.main.getByRole('button', { name: 'Go over it for this comparison' }).first().click();
    await waitUntil('both requests', async () => (wire().requests.length === 2 ? true : undefined));
    await waitUntil('the refusals to go', async () => ((await refusals.count()) === 0 ? true : undefined));
  });

  it('hold requests back while one of them cannot be read, and say which', async () => {
    const sent = wire().requests.length;
    await workbench().changeSettings({ 'tiebreak.budget.day': '5' });
    const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await tab.region('GPT-5.5').getByRole('button', { name: 'Ask again' }).first().click();
    const fault = /The setting tiebreak\.budget\.day is "5", but a budget is a number of US dollars/;
    await tab.region('GPT-5.5').getByText(fault).first().waitFor();
    assert.equal(wire().requests.length, sent);

    await tab.region('GPT-5.5').getByRole('button', { name: 'Open settings' }).first().click();
    await workbench().page.locator('.settings-editor').getByText('Budget: Day').first().waitFor();
    // The settings lie over the window, and go when they lose the focus.
    await workbench().page.keyboard.press('Escape');

    await workbench().changeSettings({ 'tiebreak.budget.day': 500 });
    const again = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await again.press('Ask GPT-5.5 again');
    await waitUntil('the request', async () => (wire().requests.length === sent + 1 ? true : undefined));
  });

  it('hold requests back after the ledger was damaged, until the person goes on without what was in it', async () => {
    const { dialog, editor, notifications, server } = workbench();
    await workbench().changeSettings({ 'tiebreak.budget.day': 500 });
    const folder = join(server.dataFolder, 'data', 'User', 'globalStorage', 'tiebreak.tiebreak');
    writeFileSync(join(folder, 'other'), 'This is not a database.\n');
    renameSync(join(folder, 'other'), join(folder, 'ledger.sqlite'));
    await notifications.waitFor(/The spend ledger was damaged\. It is kept as .*, and a new one was begun\./);

    wire().reset();
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'A reason.', edits: [] }) });
    }
    await editor.open('src/shop.ts');
    await workbench().run('Tiebreak: Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix shop.ts');
    const refusals = tab.main.getByText(/The ledger was damaged on .*, and today’s budget cannot be kept/);
    await waitUntil('both refusals', async () => ((await refusals.count()) >= 2 ? true : undefined));
    assert.equal(wire().requests.length, 0);
    await workbench().screenshot('budget-unknown');

    await tab.main.getByRole('button', { name: 'Go on without it' }).first().click();
    await dialog.box.waitFor();
    assert.match(await dialog.text(), /Let budgets count only what was spent since the ledger was damaged\?/);
    await workbench().screenshot('budget-unknown-question');
    await dialog.press('Count from then on');
    await waitUntil('both requests', async () => (wire().requests.length === 2 ? true : undefined));
    await waitUntil('the refusals to go', async () => ((await refusals.count()) === 0 ? true : undefined));
  });
});
