import assert from 'node:assert/strict';
import { goodTable, orderTypes, plainTable } from './preview/orderTables.ts';
import { orderEdits, writeInto } from './review/invoiceTask.ts';
import type { ContenderLabel } from './workbench/comparisonTab.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const path = 'site/OrderTable.tsx';
const left = 'GPT-5.5';
const right = 'Claude Opus 4.7';

describe('The data of a component', () => {
  const { workbench, wire } = useWiredWorkbench({ viewport: { width: 1700, height: 1000 } });
  const tabOf = () => PreviewTab.of(workbench(), 'orders.txt');
  const propsOf = (tab: PreviewTab, label: ContenderLabel) =>
    tab.side(label).getByRole('textbox', { name: `Props of ${label}’s component, as JSON` });
  const shows = async (label: ContenderLabel, words: string | RegExp) =>
    (await tabOf()).page(label).getByText(words).first().waitFor();

  it('is made up from the types of its props', async () => {
    await storeKeys(workbench());
    await writeInto(workbench(), orderTypes.path, orderTypes.text);
    await writeInto(workbench(), 'site/orders.txt', 'A table of orders.\n');
    orderEdits(wire(), [{ kind: 'create', path, text: goodTable }], [{ kind: 'create', path, text: plainTable }]);
    await workbench().editor.open('site/orders.txt');
    await workbench().run('Tiebreak: Compare fix with both models');
    const comparison = await ComparisonTab.of(workbench(), 'Fix orders.txt');
    await comparison.waitUntilDone();
    await comparison.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
    await shows(left, '2026-03-02');
    await shows(right, /^Ada Okafor: /);
    await workbench().run('Notifications: Clear All Notifications');
    await workbench().screenshot('props-typical');
  });

  it('is another set for both sides when one is chosen', async () => {
    const tab = await tabOf();
    const data = tab.main.getByRole('combobox', { name: 'Data' });
    await data.selectOption({ label: 'Empty' });
    await shows(left, 'No orders yet');
    await waitUntil('an empty list', async () =>
      (await tab.page(right).getByText('Ada Okafor').count()) === 0 ? true : undefined,
    );
    await data.selectOption({ label: 'Long text' });
    await shows(right, /東京都/);
    await eventually(async () => assert.equal(await tab.page(left).locator('tbody tr').count(), 60));
    await workbench().screenshot('props-long');
    await data.selectOption({ label: 'Typical' });
    await shows(left, 'Ada Okafor');
  });

  it('is what the person writes, on one side or on both', async () => {
    const tab = await tabOf();
    await tab.side(left).locator('.props > summary').click();
    const own = {
      title: 'My own',
      orders: [{ id: 1, customer: 'Nobody', status: 'paid', placedAt: '2020-02-02', total: 3 }],
    };
    await eventually(async () => assert.match(await propsOf(tab, left).inputValue(), /"customer": "Ada Okafor"/));
    await propsOf(tab, left).fill(JSON.stringify(own, null, 2));
    await shows(left, '2020-02-02');
    await shows(right, /^Ada Okafor: /);
    await tab.side(left).getByText('Your own', { exact: true }).waitFor();
    await tab.press(`Use for both sides the props of ${left}’s component`);
    await shows(right, 'Nobody: 3.00 (paid)');
    await workbench().screenshot('props-own');
  });

  it('is told about when it is mistaken, while the last page stays', async () => {
    const tab = await tabOf();
    await propsOf(tab, left).fill('{\n  "title": "My own",\n}');
    await tab.side(left).getByText('Line 3: A name in double quotes is expected.').waitFor();
    await eventually(async () => assert.equal(await propsOf(tab, left).getAttribute('aria-invalid'), 'true'));
    await eventually(async () => assert.equal(await propsOf(tab, left).inputValue(), '{\n  "title": "My own",\n}'));
    await shows(left, '2020-02-02');
    await workbench().screenshot('props-mistake');
  });

  it('is the set again when the person wants it', async () => {
    const tab = await tabOf();
    await tab.press(`Use the data set again for ${left}’s component`);
    await shows(left, 'Ada Okafor');
    await eventually(async () => assert.match(await propsOf(tab, left).inputValue(), /"customer": "Ada Okafor"/));
    await shows(right, 'Nobody: 3.00 (paid)');
  });

  it('is edited in the colours of each theme, and in a narrow window', async () => {
    await (await tabOf()).side(right).locator('.props > summary').click();
    await propsOf(await tabOf(), right).fill('{ "orders": 3 }');
    for (const theme of ['light', 'high-contrast-dark', 'high-contrast-light', 'dark'] as const) {
      await workbench().setTheme(theme);
      await shows(left, 'Ada Okafor');
      await workbench().screenshot(`props-${theme}`);
    }
    await workbench().page.setViewportSize({ width: 620, height: 1000 });
    await workbench().screenshot('props-narrow');
    await workbench().page.setViewportSize({ width: 1700, height: 1000 });
  });
});
