import assert from 'node:assert/strict';
import { paleTailwindPage, tailwindPage } from './preview/tailwindPages.ts';
import { orderEdits, writeInto } from './review/invoiceTask.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

describe('The preview of Vue, Svelte and Tailwind', () => {
  const { workbench, wire } = useWiredWorkbench({
    viewport: { width: 1700, height: 1000 },
    settings: { 'tiebreak.scriptedAnswers': true, 'tiebreak.preview.scripts': 'everywhere' },
  });

  /** Asks for an interface from the palette and opens its preview. */
  async function generated(instruction: string, file: string): Promise<PreviewTab> {
    // With nothing beside it, the preview has room for both sides.
    await workbench().run('View: Close All Editors');
    await workbench().run('Tiebreak: Generate UI with both models…');
    await workbench().quickInput.answer(instruction);
    await workbench().quickInput.rows.first().waitFor();
    await workbench().quickInput.input.fill(file);
    await workbench().quickInput.pick(`New file ${file}`);
    const comparison = await ComparisonTab.of(workbench(), `UI in ${file}`);
    await comparison.waitUntilDone();
    await comparison.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
    return await PreviewTab.of(workbench(), file);
  }

  /** Lets the scripts of the careful side's page run, as a person does. */
  async function running(file: string): Promise<PreviewTab> {
    const tab = await PreviewTab.of(workbench(), file);
    await tab.press('Run scripts of Claude Opus 4.7’s page');
    await workbench().dialog.press('Run scripts');
    return await PreviewTab.offering(workbench(), file, 'Stop Claude Opus 4.7’s page');
  }

  const faults =
    /^Left: [1-9]\d* critical · [1-9]\d* serious \(.*contrast ×\d.*, right: (?:no fault|0 critical · 0 serious)/;

  it('renders two Vue forms from the sample, and counts what is wrong with them', async () => {
    const tab = await generated('A form to order by', 'OrderForm.vue');
    const careful = tab.page('Claude Opus 4.7');
    await careful.getByRole('group', { name: 'Product' }).getByText('12 in stock').waitFor();
    await tab.page('GPT-5.5').getByText('Order now').waitFor();
    const frame = await tab.pageFrame('Claude Opus 4.7', 'OrderForm.vue');
    const border = await frame.evaluate(
      () => getComputedStyle(document.querySelector('fieldset') ?? document.body).borderRadius,
    );
    assert.equal(border, '10px', 'scoped styles count');
    await tab.main.getByText(faults).waitFor();
    await workbench().run('Notifications: Clear All Notifications');
    await workbench().screenshot('preview-vue');
  });

  it('mounts the Vue form where scripts run: it answers', async () => {
    const tab = await running('OrderForm.vue');
    const page = tab.page('Claude Opus 4.7');
    // The form is there before the component that answers.
    await eventually(async () => {
      await page.getByLabel('Amount').fill('2');
      await page.getByText('Together €98').waitFor({ timeout: 2000 });
    });
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('Enter an address such as name@example.org.').waitFor();
    await workbench().screenshot('preview-vue-scripts');
  });

  it('renders two Svelte charts, and mounts one where scripts run', async () => {
    const first = await generated('A chart of the sales', 'SalesChart.svelte');
    await first
      .page('Claude Opus 4.7')
      .getByRole('img', { name: /^Sales of the week/ })
      .waitFor();
    await first.page('GPT-5.5').getByText('Grouped').waitFor();
    await first.main.getByText(faults).waitFor();
    await workbench().run('Notifications: Clear All Notifications');
    await workbench().screenshot('preview-svelte');
    const second = await running('SalesChart.svelte');
    const page = second.page('Claude Opus 4.7');
    const cell = page.getByRole('cell', { name: '€810' });
    await eventually(async () => {
      if ((await cell.count()) === 0)
        await page.getByRole('button', { name: 'Show as a table' }).click({ timeout: 2000 });
      await cell.waitFor({ timeout: 2000 });
    });
    await workbench().screenshot('preview-svelte-scripts');
  });

  it('compiles the classes of pages that bring Tailwind’s script, and lets that script out', async () => {
    await workbench().changeSettings({ 'tiebreak.scriptedAnswers': false });
    await storeKeys(workbench());
    await writeInto(workbench(), 'site/team.txt', 'A page with the team.\n');
    const path = 'site/team.html';
    orderEdits(
      wire(),
      [{ kind: 'create', path, text: tailwindPage }],
      [{ kind: 'create', path, text: paleTailwindPage }],
    );
    await workbench().editor.open('site/team.txt');
    await workbench().run('Tiebreak: Compare fix with both models');
    const comparison = await ComparisonTab.of(workbench(), 'Fix team.txt');
    await comparison.waitUntilDone();
    await comparison.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
    const tab = await PreviewTab.of(workbench(), 'team.txt');
    await tab.page('GPT-5.5').getByRole('button', { name: 'Join them' }).waitFor();
    const frame = await tab.pageFrame('GPT-5.5', path);
    const look = await waitUntil('the styles', () =>
      frame.evaluate(() => {
        const of = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
        return { button: of('button').backgroundColor, padding: of('main').padding, radius: of('main').borderRadius };
      }),
    );
    assert.deepEqual(look, { button: 'rgb(20, 83, 45)', padding: '24px', radius: '16px' });
    await tab.main
      .getByText(/^Left: (?:no fault|0 critical · 0 serious), right: [1-9]\d* critical · [1-9]\d* serious/)
      .waitFor();
    assert.equal(
      await tab
        .evidence('GPT-5.5')
        .getByText(/Not shown/)
        .count(),
      0,
    );
    await workbench().screenshot('preview-tailwind');
  });
});
