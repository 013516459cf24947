import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const envelope = [
  'Two files, as one patch:',
  '',
  '*** Begin Patch',
  '*** Update File: src/shop.ts',
  '@@',
  "-export type Delivery = 'standard' | 'express' | 'pickup';",
  "+export type Delivery = 'standard' | 'express';",
  '*** Add File: src/notes.ts',
  '+export const notes = 1;',
  '*** End Patch',
].join('\n');

// Each test asks about a file of its own, so that no two panels bear the same title.
describe('Edits in every dialect', () => {
  const { workbench, wire } = useWiredWorkbench();

  it('written as text land like any other, and the models are told of what did not', async () => {
    const { editor } = workbench();
    await storeKeys(workbench());
    const block = '<<<<<<< SEARCH\nno such line anywhere in this file\n=======\nx\n>>>>>>> REPLACE\n';
    wire().order({ provider: 'openai', always: answerReply({ prose: envelope }) });
    wire().order({ provider: 'anthropic', always: answerReply({ prose: `src/shop.ts\n\`\`\`\n${block}\`\`\`\n` }) });
    await editor.open('src/shop.ts');
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix shop.ts');
    await tab.waitForStatus('GPT-5.5', /Done|did not land/);
    await tab.waitForText(/notes\.ts/);
    await tab
      .region('Claude Opus 4.7')
      .getByText(/did not land/)
      .first()
      .waitFor();
    const told = wire().requests.filter(({ provider }) => provider === 'anthropic');
    assert.equal(told.length, 3, 'once asked, twice told');
    assert.match(JSON.stringify(told.at(-1)?.body), /was not found/);
    assert.doesNotMatch(JSON.stringify(told[0]?.body), /was not found/);
    await workbench().screenshot('text-dialects');
  });

  it('placed loosely want a look of their own', async () => {
    const { editor } = workbench();
    wire().reset();
    wire().order({
      provider: 'openai',
      always: answerReply({
        prose: 'Both.',
        edits: [
          {
            kind: 'patch',
            path: 'src/receipt.ts',
            diff: '@@\n-export function receipt(order: Order): string {\n+export function receipt(order: Order) {\n@@\n-  for (const { product, price, quantity } of orders.lines) {\n+  for (const { product, price, quantity } of []) {\n',
          },
        ],
      }),
    });
    wire().order({ provider: 'anthropic', always: answerReply({ prose: 'No.' }) });
    await editor.open('src/receipt.ts');
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix receipt.ts');
    await tab.waitForStatus('GPT-5.5', /Done/);
    await tab.waitForText(/1 needs a look of its own/);
    await tab.press('Accept all from GPT-5.5');
    await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
    await eventually(async () => assert.equal(await tab.accept(2, 'GPT-5.5').getAttribute('aria-pressed'), 'false'));
    await workbench().screenshot('loose-match');
    await tab.accept(2, 'GPT-5.5').click();
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/2 hunks applied/);
    await editor.waitForText('of []) {');
  });

  it('of files that make tools run something are confirmed once more, or left out', async () => {
    const { editor, page } = workbench();
    const tasks = join(workbench().workspaceFolder, '.vscode/tasks.json');
    wire().reset();
    wire().order({
      provider: 'openai',
      always: answerReply({
        prose: 'A task too.',
        edits: [
          { kind: 'create', path: '.vscode/tasks.json', text: '{ "version": "2.0.0" }\n' },
          {
            kind: 'patch',
            path: 'src/format.ts',
            diff: '@@\n-export function formatAmount(cents: number): string {\n+export function formatAmount(amount: number): string {\n',
          },
        ],
      }),
    });
    wire().order({ provider: 'anthropic', always: answerReply({ prose: 'No.' }) });
    await editor.open('src/format.ts');
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix format.ts');
    await tab.waitForStatus('GPT-5.5', /Done/);
    await tab.press('Accept all from GPT-5.5');
    const protectedHunk = tab.main.getByRole('group', { name: /\.vscode\/tasks\.json line 1/ });
    await eventually(async () =>
      assert.equal(await protectedHunk.getByRole('button', { name: /^Accept/ }).getAttribute('aria-pressed'), 'false'),
    );
    await protectedHunk.getByRole('button', { name: /^Accept/ }).click();
    await tab.press('Apply accepted hunks');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog
      .getByText(/tasks\.json/)
      .first()
      .waitFor();
    await workbench().screenshot('protected-file');
    await dialog.getByRole('button', { name: 'Leave them out' }).click();
    await editor.waitForText('amount: number');
    assert.equal(existsSync(tasks), false);
  });
});
