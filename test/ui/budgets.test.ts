import assert from 'node:assert/strict';
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
    await workbench().run('View: Close Editor');

    await workbench().changeSettings({ 'tiebreak.budget.day': 500 });
    const again = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await again.region('GPT-5.5').getByRole('button', { name: 'Ask again' }).first().click();
    await waitUntil('the request', async () => (wire().requests.length === sent + 1 ? true : undefined));
  });
});
