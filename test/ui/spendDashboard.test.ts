import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exported, filledArchive } from '../unit/host/spend/archive/exportFixture.ts';
import { conflicting } from './screens/screenAnswers.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { savedLayout } from './workbench/savedLayout.ts';
import { SpendTab } from './workbench/spendTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

/** The money in a text, in ten-thousandths of a dollar. */
function amountIn(text: string): number {
  const [, amount] = /\$(\d+\.\d{4})/.exec(text) ?? [];
  assert.ok(amount !== undefined, `an amount in ${text}`);
  return Math.round(Number(amount) * 10_000);
}

describe('The spend dashboard', () => {
  const { workbench, wire } = useWiredWorkbench();
  const show = async () => {
    await workbench().run('Tiebreak: Show spend');
    return SpendTab.of(workbench());
  };
  const compare = async (path: string) => {
    wire().order({ provider: 'openai', always: conflicting.left });
    wire().order({ provider: 'anthropic', always: conflicting.right });
    await workbench().editor.open(path);
    await workbench().run('Tiebreak: Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await tab.waitUntilDone();
    return tab;
  };

  it('says that there is nothing yet, and how to begin', async () => {
    const tab = await show();
    await tab.main.getByText(/Nothing has been asked of a model yet/).waitFor();
    await tab.main.getByRole('button', { name: 'Try it with scripted answers' }).waitFor();
    await workbench().screenshot('spend-empty');
  });

  it('adds up what a comparison cost, by model, kind and workspace, as it happens', async () => {
    await storeKeys(workbench());
    const comparison = await compare('src/basket.ts');
    await comparison.accept(1, 'GPT-5.5').click();
    await comparison.press('Apply accepted hunks');
    await comparison.waitForText(/hunk applied/);
    const costs = await Promise.all(
      (['GPT-5.5', 'Claude Opus 4.7'] as const).map(async (label) =>
        amountIn(await comparison.region(label).innerText()),
      ),
    );
    const tab = await show();
    // It was open all the while, and is not opened twice.
    await eventually(async () =>
      assert.equal(await workbench().page.locator('.tab').filter({ hasText: 'Spend' }).count(), 1),
    );
    await tab.figure('Requests').getByText('2', { exact: true }).waitFor();
    const sum = amountIn(await tab.figure('Spent').innerText());
    // Each of the two was rounded for itself.
    assert.ok(Math.abs(sum - costs.reduce((one, other) => one + other, 0)) <= 1, `${costs.join(' + ')} is ${sum}`);
    const models = tab.table('Models: price, tokens and accepted changes');
    const row = models.getByRole('row', { name: /gpt-5\.5/ });
    await row.getByRole('cell', { name: '$30.00' }).waitFor();
    const cells = await row.getByRole('cell').allInnerTexts();
    assert.equal(amountIn(cells[1] ?? ''), costs[0], 'cost per accepted change');
    assert.deepEqual([cells[3], cells[5]], ['1', '1'], 'accepted changes and requests');
    await tab.main.getByText(/Too few accepted changes to tell/).waitFor();
    assert.equal(amountIn(await tab.table('By kind of task').getByRole('row', { name: /^Fix/ }).innerText()), costs[0]);
    await tab.table('By workspace').locator('tbody tr').first().waitFor();
    await tab.frame.getByRole('img', { name: /^Spend by day, .*: \$0\.\d{4} in all/ }).waitFor();
    await workbench().screenshot('spend-two-requests');
  });

  it('opens the usage as each provider sent it, and finds requests by model', async () => {
    const tab = await show();
    await waitUntil('both requests', async () => ((await tab.requests().count()) === 2 ? true : undefined));
    await tab.choose('Model', 'claude-opus-4-7');
    await waitUntil('one request', async () => ((await tab.requests().count()) === 1 ? true : undefined));
    await tab
      .requests()
      .first()
      .getByRole('button', { name: /Details of the request/ })
      .click();
    await tab.main.getByText('"cache_read_input_tokens"').waitFor();
    await tab.main.getByText('list of 2026-09-23').waitFor();
    await tab.choose('Outcome', 'Failed');
    await tab.main.getByText('No request fits these filters.').waitFor();
    await tab.main.getByRole('button', { name: 'Clear the filters' }).click();
    await waitUntil('both requests again', async () => ((await tab.requests().count()) === 2 ? true : undefined));
  });

  it('shows the same figures as a table, and is as it was when the window is loaded again', async () => {
    const tab = await show();
    await tab.choose('Period', 'Last 7 days');
    await tab.main.getByText('Show as table').click();
    const days = tab.table('Spend by day');
    await eventually(async () => assert.equal(await days.locator('tbody tr').count(), 1));
    const { page } = workbench();
    await waitUntil('VS Code to keep what the page shows', async () => {
      const kept = await savedLayout(page);
      return kept.includes('last-7-days') && kept.includes('timeline') ? true : undefined;
    });
    await workbench().load();
    const restored = await SpendTab.of(workbench());
    await restored.table('Spend by day').waitFor();
    const period = restored.main.getByRole('combobox', { name: 'Period', exact: true });
    await eventually(async () => assert.equal(await period.inputValue(), 'last-7-days'));
    await restored.figure('Requests').getByText('2', { exact: true }).waitFor();
  });

  it('is drawn in the colours of each theme', async () => {
    const pictures = new Set<string>();
    for (const theme of ['light', 'dark', 'high-contrast-dark', 'high-contrast-light'] as const) {
      await workbench().setTheme(theme);
      const tab = await show();
      const chart = tab.frame.getByRole('img', { name: /^Spend by day/ });
      pictures.add(
        await waitUntil('the bars in the colours of the theme', async () => {
          const picture = await chart.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
          return pictures.has(picture) ? undefined : picture;
        }),
      );
      await workbench().screenshot(`spend.${theme}`);
    }
    assert.equal(pictures.size, 4);
  });

  it('shows what was imported with its button, at once', async () => {
    const { folder, archive } = await filledArchive();
    const place = join(workbench().workspaceFolder, 'given.json');
    await writeFile(place, await exported(archive, 'json'));
    folder.cleanUp();
    const tab = await show();
    await tab.choose('Period', 'Everything');
    await tab.figure('Requests').getByText('2', { exact: true }).waitFor();
    await tab.main.getByRole('button', { name: 'Import…' }).click();
    const { quickInput, notifications } = workbench();
    // The dialog begins elsewhere, and may take back what is typed while it reads that folder.
    await waitUntil('the file to be chosen', async () => {
      await quickInput.input.fill(place);
      try {
        await quickInput.rows.filter({ hasText: 'given.json' }).first().waitFor({ timeout: 3000 });
      } catch {
        return undefined;
      }
      await workbench().page.keyboard.press('Enter');
      return true;
    });
    await notifications.waitFor('23 requests and 3 accepted changes added');
    const count = tab.figure('Requests').locator('.value');
    await waitUntil('the imported requests', async () => (Number(await count.innerText()) > 2 ? true : undefined));
    const shownPeriod = quickInput.rows.filter({ hasText: 'What the dashboard shows' });
    await tab.main.getByRole('button', { name: 'Delete…' }).click();
    await shownPeriod.waitFor();
    await quickInput.dismiss();
    await tab.main.getByRole('button', { name: 'Export…' }).click();
    await quickInput.pick('CSV');
    await shownPeriod.waitFor();
    await quickInput.dismiss();
  });
});
