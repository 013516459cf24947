import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';
import { waitUntil } from './workbench/waitUntil.ts';

describe('A change over several files', () => {
  const workbench = useWorkbench({
    settings: { 'tiebreak.scriptedAnswers': true, 'files.autoSave': 'off' },
    viewport: { width: 1600, height: 1000 },
  });
  const place = (path: string) => join(workbench().workspaceFolder, path);

  it('tells what the models read, lands as one edit with a new and a renamed file, and goes back by one undo', async () => {
    const { editor } = workbench();
    const before = {
      receipt: await readFile(place('src/receipt.ts')),
      format: await readFile(place('src/format.ts')),
    };
    await editor.open('src/receipt.ts');
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix receipt.ts');
    await tab.waitUntilDone();
    await eventually(async () => assert.match(await tab.region('GPT-5.5').innerText(), /Read 1 file/));
    await eventually(async () => assert.match(await tab.region('Claude Opus 4.7').innerText(), /searched once/));

    await tab.press('Rows');
    await tab.waitForText(/\d+ agreed/);
    await tab.waitForText(/\d+ conflicting/);
    await workbench().screenshot('several-files-rows');
    await tab.press('Against my code');
    await tab.waitForText(/new file/);
    await tab.waitForText(/src\/money\.ts/);
    await tab.press('Accept all from GPT-5.5');
    await workbench().screenshot('several-files');
    assert.ok(
      !existsSync(place('src/tax.ts')) && !existsSync(place('src/money.ts')),
      'nothing is written before Apply',
    );

    await tab.press('Apply accepted hunks');
    await tab.waitForText(/hunks applied\. One Undo/);
    await editor.waitForText("import { formatAmount } from './money';");
    assert.match(await readFile(place('src/tax.ts'), 'utf8'), /includedTax/);
    assert.ok(existsSync(place('src/money.ts')) && !existsSync(place('src/format.ts')));
    assert.deepEqual(await readFile(place('src/receipt.ts')), before.receipt, 'what was open is not saved');

    await editor.undo();
    await editor.waitForText("import { formatAmount } from './format';");
    await waitUntil('the files to be as they were', async () =>
      !existsSync(place('src/tax.ts')) && !existsSync(place('src/money.ts')) && existsSync(place('src/format.ts'))
        ? true
        : undefined,
    );
    assert.deepEqual(await readFile(place('src/format.ts')), before.format);
    assert.deepEqual(await readFile(place('src/receipt.ts')), before.receipt);
  });

  it('goes on from both answers, keeping what was accepted and left alone', async () => {
    const { editor } = workbench();
    await editor.open('src/basket.ts');
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await tab.waitUntilDone();
    await tab.accept(1, 'GPT-5.5').click();
    await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);

    const field = tab.main.getByRole('textbox', { name: 'Follow-up' });
    await field.fill('Add a small check of the total.');
    await tab.main.getByRole('group', { name: 'Whom to ask' }).getByText('GPT-5.5').click();
    await field.press('Control+Enter');
    await tab.region('GPT-5.5').getByText('Add a small check of the total.').first().waitFor();
    await tab.waitForStatus('GPT-5.5', /Done/);
    await tab
      .region('GPT-5.5')
      .getByText(/First answer/)
      .waitFor();
    await tab.waitForText(/basket\.check\.ts/);
    await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
    assert.doesNotMatch(await tab.region('Claude Opus 4.7').innerText(), /Add a small check/);
    await workbench().screenshot('follow-up');

    await tab.press('Accept all from GPT-5.5');
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/2 hunks applied/);
    await editor.waitForText('for (let i = 0; i < lines.length; i++)');
    assert.ok(existsSync(place('src/basket.check.ts')));
  });
});
