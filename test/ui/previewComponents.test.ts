import assert from 'node:assert/strict';
import { carefulTable } from '../../src/models/scripted/answers/orders/carefulTable.ts';
import { plainTable } from '../../src/models/scripted/answers/orders/plainTable.ts';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const path = 'office/OrdersTable.tsx';

describe('The preview of components', () => {
  const { workbench, wire } = useWiredWorkbench({
    viewport: { width: 1700, height: 1000 },
    settings: { 'tiebreak.preview.scripts': 'everywhere' },
  });
  const tabOf = () => PreviewTab.of(workbench(), 'OrdersTable.tsx');

  it('shows both answers to the sample’s orders rendered, without running anything in them', async () => {
    const { editor, quickInput } = workbench();
    await storeKeys(workbench());
    const made = (prose: string, text: string) =>
      answerReply({ prose, edits: [{ kind: 'create' as const, path, text }] });
    wire().order({ provider: 'openai', always: made('Airy.', plainTable) });
    wire().order({ provider: 'anthropic', always: made('A real table.', carefulTable) });
    await editor.open('office/orders.ts');
    await workbench().run('Tiebreak: Generate UI with both models…');
    await quickInput.answer('An orders table');
    await quickInput.pick(`New file ${path}`);
    const comparison = await ComparisonTab.of(workbench(), 'UI in OrdersTable.tsx');
    await comparison.waitUntilDone();
    await comparison.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
    const tab = await tabOf();
    const right = tab.page('Claude Opus 4.7');
    await right.getByRole('heading', { name: 'Orders' }).waitFor();
    await eventually(async () => assert.equal(await right.getByRole('row').count(), 6));
    await right.getByRole('cell', { name: '€1,299.00' }).waitFor();
    const left = tab.page('GPT-5.5');
    await left.getByText('Mara Lindqvist').waitFor();
    await tab.main.getByText(/^Left: .*[1-9]\d* (?:critical|serious).*, right: /).waitFor();
    const scripts = await (await tab.pageFrame('Claude Opus 4.7', path)).evaluate(
      () => Array.from(document.scripts, (script) => script.nonce !== '').filter((isOurs) => !isOurs).length,
    );
    assert.equal(scripts, 0, 'no script but ours');
    await workbench().run('Notifications: Clear All Notifications');
    await workbench().screenshot('preview-components');
  });

  it('names the package that is not there in its place', async () => {
    const tab = await tabOf();
    await tab.page('GPT-5.5').getByRole('note').getByText('“lucide-react” is not there (Search)').waitFor();
  });

  it('lets a component be used once its scripts run', async () => {
    const first = await tabOf();
    await first.press('Run scripts of Claude Opus 4.7’s page');
    await workbench().dialog.press('Run scripts');
    const tab = await PreviewTab.offering(workbench(), 'OrdersTable.tsx', 'Stop Claude Opus 4.7’s page');
    const page = tab.page('Claude Opus 4.7');
    const ascending = page.getByRole('columnheader', { name: 'Total' }).and(page.locator('[aria-sort=ascending]'));
    // The table is there before the component that answers a click.
    await eventually(async () => {
      await page.getByRole('button', { name: 'Total' }).click();
      await ascending.waitFor({ timeout: 2000 });
    });
    await eventually(async () => assert.match(await page.getByRole('row').nth(1).innerText(), /Jonas Weber/));
    await page.getByRole('searchbox', { name: 'Search' }).fill('aiko');
    await page.getByRole('status').getByText('1 of 5 orders').waitFor();
    await workbench().screenshot('preview-components-live');
    await tab.press('Stop Claude Opus 4.7’s page');
    const third = await PreviewTab.offering(workbench(), 'OrdersTable.tsx', 'Run scripts of Claude Opus 4.7’s page');
    await third.page('Claude Opus 4.7').getByText('5 of 5 orders').waitFor();
  });

  it('keeps the last good page when what follows is no code', async () => {
    const edits = [{ kind: 'replace' as const, path, oldText: '<h1 className', newText: '<h1 <className' }];
    wire().reset();
    wire().order({ provider: 'anthropic', always: answerReply({ prose: 'Broken.', edits }) });
    const tab = await tabOf();
    await tab.press('Show comparison');
    const comparison = await ComparisonTab.of(workbench(), 'UI in OrdersTable.tsx');
    const field = comparison.main.getByRole('textbox', { name: 'Follow-up' });
    await field.fill('Make the heading larger.');
    await comparison.main.getByRole('group', { name: 'Whom to ask' }).getByText('Claude Opus 4.7').click();
    await field.press('Control+Enter');
    await comparison.region('Claude Opus 4.7').getByText('Broken.').first().waitFor();
    await comparison.waitForStatus('Claude Opus 4.7', /Done/);
    await comparison.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
    const again = await tabOf();
    await again.page('Claude Opus 4.7').getByRole('heading', { name: 'Orders' }).waitFor();
    await waitUntil('the preview to say what is wrong', async () =>
      /Unexpected token/.test(await again.side('Claude Opus 4.7').innerText()) ? true : undefined,
    );
    await workbench().screenshot('preview-components-fault');
  });

  it('runs on a click what cannot be shown without a browser', async () => {
    const { quickInput } = workbench();
    const gauge = 'office/Gauge.tsx';
    const text = `const pen = new OffscreenCanvas(1, 1).getContext('2d');
export default function Gauge() {
  return <p>The word is {Math.ceil(pen?.measureText('Rent').width ?? 0)} pixels wide.</p>;
}
`;
    wire().reset();
    const edits = [{ kind: 'create' as const, path: gauge, text }];
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'Measured.', edits }) });
    }
    await workbench().run('Tiebreak: Generate UI with both models…');
    await quickInput.answer('A gauge');
    await quickInput.rows.first().waitFor();
    await quickInput.input.fill(gauge);
    await quickInput.pick(`New file ${gauge}`);
    const comparison = await ComparisonTab.of(workbench(), 'UI in Gauge.tsx');
    await comparison.waitUntilDone();
    await comparison.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
    const tab = await PreviewTab.of(workbench(), 'Gauge.tsx');
    await tab
      .side('GPT-5.5')
      .getByText(/OffscreenCanvas/)
      .first()
      .waitFor();
    await workbench().screenshot('preview-components-unshown');
    await tab.press('Run scripts of GPT-5.5’s page');
    await workbench().dialog.press('Run scripts');
    const running = await PreviewTab.offering(workbench(), 'Gauge.tsx', 'Stop GPT-5.5’s page');
    await running
      .page('GPT-5.5')
      .getByText(/The word is [1-9]\d* pixels wide/)
      .waitFor();
  });
});
