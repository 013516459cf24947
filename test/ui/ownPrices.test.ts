import assert from 'node:assert/strict';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

describe('Prices of the person’s own', () => {
  const { workbench, wire } = useWiredWorkbench({
    settings: { 'tiebreak.prices': { 'openai/gpt-5.5': { input: 0, output: 0 } } },
  });

  it('count from the next request on, say so where money is shown, and hold requests back while they are wrong', async () => {
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'A reason.', edits: [] }) });
    }
    await storeKeys(workbench());
    await workbench().editor.open('src/basket.ts');
    await workbench().editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await waitUntil('both requests', async () => (wire().requests.length === 2 ? true : undefined));
    const money = (label: 'GPT-5.5' | 'Claude Opus 4.7') => tab.region(label).locator('.money').first();
    const left = money('GPT-5.5');
    const right = money('Claude Opus 4.7');
    const details = (place: typeof left, told: RegExp) =>
      waitUntil(`${told} with the cost`, async () => told.test((await place.getAttribute('title')) ?? '') || undefined);
    const amount = (place: typeof left, told: RegExp) =>
      waitUntil(`the cost ${told}`, async () => told.test((await place.textContent()) ?? '') || undefined);
    // Both have an expected cost first, with fewer digits.
    await amount(left, /[^~]\$0\.0000$/);
    await amount(right, /[^~]\$0\.\d*[1-9]\d*$/);
    await details(left, /Your own prices$/);
    await details(right, /List prices of 2026-09-23$/);

    await workbench().changeSettings({ 'tiebreak.prices': { 'openai/gpt-5.5': { input: 5 } } });
    await tab.region('GPT-5.5').getByRole('button', { name: 'Ask again' }).first().click();
    const refusal = tab.main.getByText(
      'The setting tiebreak.prices needs both input and output for openai/gpt-5.5, in dollars per million tokens, or a discount alone.',
    );
    await refusal.first().waitFor();
    assert.equal(wire().requests.length, 2);

    await workbench().changeSettings({ 'tiebreak.prices': { 'openai/gpt-5.5': { input: 5_000, output: 30_000 } } });
    await tab.region('GPT-5.5').getByRole('button', { name: 'Ask again' }).first().click();
    await waitUntil('the third request', async () => (wire().requests.length === 3 ? true : undefined));
    await details(left, /Your own prices$/);
    await amount(left, /\$[1-9]/);
  });
});
