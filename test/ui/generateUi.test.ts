import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { carefulPage } from '../../src/models/scripted/answers/pricing/carefulPage.ts';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const command = 'Generate UI with both models…';
const asked = 'A pricing page with three plans';

const page = (title: string) =>
  `<!doctype html>\n<html lang="en">\n<title>${title}</title>\n<h1>${title}</h1>\n</html>\n`;

const component = [
  "import type { Product } from '../src/shop';",
  '',
  'export function Price({ price }: Product) {',
  '  return <b>{price}</b>;',
  '}',
  '',
].join('\n');

describe('Generating an interface', () => {
  const { workbench, wire } = useWiredWorkbench();
  const inWorkspace = (path: string) => join(workbench().workspaceFolder, path);

  it('goes from a right-click into a type to a new file that is as proposed', async () => {
    const { editor, quickInput } = workbench();
    await storeKeys(workbench());
    for (const [provider, title] of [
      ['openai', 'Left'],
      ['anthropic', 'Right'],
    ] as const) {
      const edits = [{ kind: 'create' as const, path: 'src/pricing-page.html', text: page(title) }];
      wire().order({ provider, always: answerReply({ prose: `Made by the ${title}.`, edits }) });
    }
    await editor.open('src/shop.ts');
    const lines = (await readFile(inWorkspace('src/shop.ts'), 'utf8')).split('\n');
    const first = lines.findIndex((line) => line.startsWith('export interface'));
    const last = lines.indexOf('}', first);
    await editor.select({ line: first + 1, column: 1 }, { line: last + 1, column: 2 });
    await editor.chooseFromContextMenu(command);
    await quickInput.input.waitFor();
    await eventually(async () => assert.equal(await quickInput.input.inputValue(), 'Show this data'));
    await quickInput.answer(asked);
    await quickInput.pick('New file src/pricing-page.html');
    const tab = await ComparisonTab.of(workbench(), 'UI in pricing-page.html');
    await tab.waitUntilDone();
    await tab.waitForText(asked);
    const bodies = wire().requests.map(({ body }) => JSON.stringify(body));
    assert.equal(bodies.length, 2);
    for (const body of bodies) {
      assert.match(body, /# Target\\n\\nPlain HTML with its own CSS/);
      assert.match(body, /as the new file `src\/pricing-page\.html`/);
      assert.match(body, /# Made from: src\/shop\.ts, line \d+/);
    }
    await workbench().screenshot('generate-ui');
    await tab.accept(1, 'Claude Opus 4.7').click();
    await tab.waitForPressed(tab.accept(1, 'Claude Opus 4.7'), true);
    assert.equal(existsSync(inWorkspace('src/pricing-page.html')), false, 'nothing is written before Apply');
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/1 hunk applied/);
    assert.equal(await readFile(inWorkspace('src/pricing-page.html'), 'utf8'), page('Right'));
  });

  it('puts a React component in place of the selection, as the project writes them', async () => {
    const { editor, explorer, quickInput } = workbench();
    await mkdir(inWorkspace('web'));
    await writeFile(
      inWorkspace('web/package.json'),
      '{ "dependencies": { "react": "^19.0.0", "typescript": "6.0.0" } }\n',
    );
    await writeFile(inWorkspace('web/theme.css'), ':root { --accent: #1d4fd7; }\n');
    await writeFile(inWorkspace('web/Price.tsx'), component);
    await explorer.refresh();
    wire().reset();
    wire().order({
      provider: 'openai',
      always: answerReply({
        prose: 'A figure.',
        edits: [
          {
            kind: 'patch',
            path: 'web/Price.tsx',
            diff: '@@\n-  return <b>{price}</b>;\n+  return <data value={price}>{price} €</data>;\n',
          },
        ],
      }),
    });
    wire().order({
      provider: 'anthropic',
      always: answerReply({
        prose: 'A word.',
        edits: [
          { kind: 'replace', path: 'web/Price.tsx', oldText: '<b>{price}</b>', newText: '<strong>{price}</strong>' },
        ],
      }),
    });
    await editor.open('web/Price.tsx');
    await editor.select({ line: 3, column: 1 }, { line: 5, column: 2 });
    await editor.chooseFromContextMenu(command);
    await quickInput.answer('Restyle it with the accent colour');
    await quickInput.pick('Replace the selection in web/Price.tsx');
    const tab = await ComparisonTab.of(workbench(), 'UI in Price.tsx');
    await tab.waitUntilDone();
    const [body = ''] = wire().requests.map((request) => JSON.stringify(request.body));
    assert.match(body, /A React component in TypeScript \(TSX\)/);
    assert.match(body, /in place of the selection in `web\/Price\.tsx`, lines 3 to 5/);
    assert.match(body, /# Packages that it can use: web\/package\.json/);
    assert.match(body, /# Design tokens: web\/theme\.css/);
    await tab.accept(1, 'GPT-5.5').click();
    await tab.waitForText(/Changes web\/Price\.tsx/);
    await tab.press('Make a new file instead…');
    await quickInput.answer('web/Figure.tsx');
    await tab.waitForText(/New file: web\/Figure\.tsx/);
    await workbench().screenshot('generate-ui-target');
    await tab.press('Back to web/Price.tsx');
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/1 hunk applied/);
    assert.equal(existsSync(inWorkspace('web/Figure.tsx')), false);
    await editor.waitForText('  return <data value={price}>{price} €</data>;');
  });

  it('shows what will be sent first, and sends nothing of what is taken out', async () => {
    const { page: window, editor, quickInput } = workbench();
    wire().reset();
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'No.' }) });
    }
    await editor.open('web/Price.tsx');
    await editor.setCursor({ line: 1, column: 1 });
    await workbench().run(`Tiebreak: ${command}`);
    await quickInput.answer('A list of prices');
    await quickInput.rows.filter({ hasText: 'New file web/List.tsx' }).waitFor();
    await window.locator('.quick-input-widget').getByRole('button', { name: 'Show what will be sent' }).click();
    const tab = await ComparisonTab.of(workbench(), 'UI in List.tsx');
    await tab.waitForText('# Design tokens: web/theme.css');
    await tab.main.getByRole('checkbox', { name: /Design tokens/ }).uncheck();
    await tab.button('Send to both models').click();
    await tab.waitForStatus('GPT-5.5', /No edit/);
    const bodies = wire().requests.map(({ body }) => JSON.stringify(body));
    assert.equal(bodies.length, 2);
    for (const body of bodies) {
      assert.match(body, /# Component beside it: web\/Price\.tsx/);
      assert.doesNotMatch(body, /--accent/);
    }
  });

  it('takes a typed path for the new file, from a folder of the explorer', async () => {
    const { explorer, quickInput } = workbench();
    wire().reset();
    const edits = [
      { kind: 'create' as const, path: 'web/parts/Plans.vue', text: '<template><p>Plans</p></template>\n' },
    ];
    for (const provider of ['openai', 'anthropic'] as const) {
      wire().order({ provider, always: answerReply({ prose: 'Plans.', edits }) });
    }
    await explorer.chooseFromContextMenu('web', command);
    await quickInput.answer('Our plans');
    await quickInput.rows.first().waitFor();
    await quickInput.input.fill('web/Price.tsx');
    await quickInput.rows.filter({ hasText: 'There is such a file already' }).waitFor();
    await quickInput.input.fill('web/parts/Plans.vue');
    await quickInput.pick('New file web/parts/Plans.vue');
    const tab = await ComparisonTab.of(workbench(), 'UI in Plans.vue');
    await tab.waitUntilDone();
    await tab.accept(1, 'GPT-5.5').click();
    await tab.waitForText(/New file: web\/parts\/Plans\.vue/);
    await tab.press('Choose another path…');
    await quickInput.input.waitFor();
    await quickInput.input.fill('web/Price.tsx');
    await waitUntil('the path to be refused', async () =>
      (await quickInput.text()).includes('There is such a file already') ? true : undefined,
    );
    await quickInput.answer('web/parts/OurPlans.vue');
    await tab.waitForText(/New file: web\/parts\/OurPlans\.vue/);
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/1 hunk applied/);
    assert.equal(await readFile(inWorkspace('web/parts/OurPlans.vue'), 'utf8'), edits[0]?.text);
    assert.equal(existsSync(inWorkspace('web/parts/Plans.vue')), false);
  });
});

describe('Generating an interface without keys or an open file', () => {
  const workbench = useWorkbench({
    settings: { 'tiebreak.scriptedAnswers': true, 'files.autoSave': 'off' },
    viewport: { width: 1600, height: 1000 },
  });

  it('gives two pricing pages to choose from, both scripted', async () => {
    const { quickInput } = workbench();
    await workbench().run(`Tiebreak: ${command}`);
    await quickInput.answer(asked);
    await quickInput.pick('New file pricing-page.html');
    const tab = await ComparisonTab.of(workbench(), 'UI in pricing-page.html');
    await tab.waitUntilDone();
    await tab.waitForText(/Scripted answers, not a model/);
    await workbench().screenshot('generate-ui-scripted');
    await tab.accept(1, 'Claude Opus 4.7').click();
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/1 hunk applied/);
    assert.equal(await readFile(join(workbench().workspaceFolder, 'pricing-page.html'), 'utf8'), carefulPage);
  });

  it('gives two tables of the sample’s orders, and shows both rendered', async () => {
    const { editor, quickInput } = workbench();
    await editor.open('office/orders.ts');
    await workbench().run(`Tiebreak: ${command}`);
    await quickInput.answer('An orders table');
    await quickInput.pick('New file office/OrdersTable.tsx');
    const tab = await ComparisonTab.of(workbench(), 'UI in OrdersTable.tsx');
    await tab.waitUntilDone();
    await tab.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
    const preview = await PreviewTab.of(workbench(), 'OrdersTable.tsx');
    // Two tabs, since beside the comparison there is little room.
    await preview.page('GPT-5.5').getByText('Mara Lindqvist').waitFor();
    await preview.main.getByRole('tab', { name: 'Claude Opus 4.7' }).click();
    await preview.page('Claude Opus 4.7').getByRole('columnheader', { name: 'Total' }).waitFor();
  });
});

describe('Generating an interface in Restricted Mode', () => {
  const { workbench, wire } = useWiredWorkbench({ trust: true });

  it('is refused before anything is asked', async () => {
    const { dialog, notifications, quickInput } = workbench();
    await dialog.press(/No, I don't trust/);
    await workbench().run(`Tiebreak: ${command}`);
    await notifications.waitFor(/Restricted Mode, so Tiebreak sends nothing/);
    assert.equal(await quickInput.input.isVisible(), false);
    assert.equal(wire().requests.length, 0);
  });
});
