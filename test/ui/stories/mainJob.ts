import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ComparisonTab } from '../workbench/comparisonTab.ts';
import { eventually } from '../workbench/eventually.ts';
import type { WorkbenchOptions } from '../workbench/startWorkbench.ts';
import { useWorkbench } from '../workbench/useWorkbench.ts';
import { waitUntil } from '../workbench/waitUntil.ts';

const spend = 'tiebreak.tiebreak.spend';
const fixed = 'for (let i = 0; i < lines.length; i++)';
const broken = 'for (let i = 0; i <= lines.length; i++)';

/**
 * The whole story as a person lives it, without any key.
 *
 * @param extension the one to run it with; what is in the checkout if not given
 */
export function describeMainJob(title: string, extension: Pick<WorkbenchOptions, 'extension'> = {}): void {
  describe(title, () => {
    const workbench = useWorkbench({
      ...extension,
      settings: { 'tiebreak.scriptedAnswers': true, 'files.autoSave': 'off' },
      viewport: { width: 1600, height: 1000 },
    });

    it('goes from a right-click to an applied edit, one undo and the cost', async () => {
      const { editor, statusBar, page } = workbench();
      await editor.open('src/basket.ts');
      await editor.select({ line: 4, column: 1 }, { line: 10, column: 2 });
      await editor.chooseFromContextMenu('Compare fix with both models');
      const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
      await tab.waitUntilDone();
      await tab.main.getByRole('group', { name: 'Hunk 1 of 1, src/basket.ts line 6' }).waitFor();
      assert.match(await tab.text(), /src\/basket\.ts:4–10/);
      assert.match(await tab.text(), /Scripted answers, not a model/);
      await eventually(async () => assert.match(await tab.region('GPT-5.5').innerText(), /gpt-5\.5/));
      await eventually(async () => assert.match(await tab.region('GPT-5.5').innerText(), /\$0\.\d{4}/));
      await eventually(async () => assert.match(await tab.region('Claude Opus 4.7').innerText(), /first token/));

      // Accepting one rejects what it collides with, visibly; and the other way round.
      await tab.accept(1, 'Claude Opus 4.7').click();
      await tab.accept(1, 'GPT-5.5').click();
      await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
      await tab.waitForPressed(tab.reject(1, 'Claude Opus 4.7'), true);
      await tab.waitForText(/gave way to GPT-5\.5’s hunk 1/);
      assert.ok((await editor.visibleText()).includes(broken), 'nothing is written before Apply');

      await tab.press('See the result');
      await tab.waitForText(fixed);
      await tab.press('Apply accepted hunks');
      await tab.waitForText(/1 hunk applied/);
      await editor.waitForText(fixed);
      const onDisk = () => readFile(join(workbench().workspaceFolder, 'src/basket.ts'), 'utf8');
      assert.ok((await onDisk()).includes(broken), 'the buffer is changed, the file is not saved');
      await editor.undo();
      await editor.waitForText(broken);
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });

      await statusBar.waitForText(spend, /^\$0\.0\d{3} scripted$/);
      const hover = (await statusBar.hover(spend)).replaceAll(/\s+/g, ' ');
      for (const words of ['This session', 'Today', 'This month', 'gpt-5.5', 'claude-opus-4-7']) {
        assert.ok(hover.includes(words), `${words} in ${hover}`);
      }
      await page.keyboard.press('Escape');
    });

    it('mixes hunks of both sides that do not touch the same lines', async () => {
      const { editor } = workbench();
      await editor.open('src/server.ts');
      await workbench().run('Tiebreak: Compare fix with both models');
      const tab = await ComparisonTab.of(workbench(), 'Fix server.ts');
      await tab.waitUntilDone();
      // Of both sides, take whatever is still open: a collision shows as a rejected hunk, and is left alone.
      for (const label of ['GPT-5.5', 'Claude Opus 4.7'] as const) {
        const accepts = tab.region(label).getByRole('button', { name: /^Accept hunk/ });
        for (let index = 0; index < (await accepts.count()); index += 1) {
          const isRejected = await tab.reject(index + 1, label).getAttribute('aria-pressed');
          if (isRejected === 'false' && (await accepts.nth(index).getAttribute('aria-pressed')) === 'false') {
            await accepts.nth(index).click();
            await tab.waitForPressed(accepts.nth(index), true);
          }
        }
      }
      await tab.waitForText(/hunks accepted/);
      await tab.press('Apply accepted hunks');
      await tab.waitForText(/hunks applied/);
      await editor.undo();
    });

    it('works by keyboard alone, and closes without a change when neither is right', async () => {
      const { editor, page } = workbench();
      await editor.open('reports/best_sellers.py');
      const before = await editor.visibleText();
      await editor.focus();
      await page.keyboard.press('Control+Alt+Shift+B');
      const tab = await ComparisonTab.of(workbench(), 'Fix best_sellers.py');
      await tab.waitUntilDone();
      const first = tab.main.getByRole('group', { name: /^Hunk 1 of/ }).first();
      await first.focus();
      await page.keyboard.press('a');
      await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
      await page.keyboard.press('r');
      await tab.waitForPressed(tab.reject(1, 'GPT-5.5'), true);
      await page.keyboard.press('u');
      await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
      await page.keyboard.press('n');
      await tab.waitForText(/Neither was right/);
      assert.equal(await editor.visibleText(), before);
    });

    it('shows a free question’s answers as prose side by side', async () => {
      const { editor, quickInput } = workbench();
      await editor.open('warehouse/search.go');
      await workbench().run('Tiebreak: Ask both models…');
      await quickInput.answer('Is this query safe?');
      const tab = await ComparisonTab.of(workbench(), 'Ask about search.go');
      await tab.waitUntilDone();
      await tab.waitForText('Is this query safe?');
      assert.equal(await tab.main.getByRole('group', { name: /^Hunk/ }).count(), 0);
      for (const label of ['GPT-5.5', 'Claude Opus 4.7'] as const) {
        assert.ok((await tab.region(label).innerText()).length > 100, `${label} says something`);
      }
    });

    it('starts from the explorer on a file that is not open', async () => {
      const { explorer, page } = workbench();
      await explorer.chooseFromContextMenu('src/reservations.ts', 'Compare fix with both models');
      const tab = await ComparisonTab.of(workbench(), 'Fix reservations.ts');
      await tab.waitUntilDone();
      await page.locator('.monaco-editor[data-uri$="/src/reservations.ts"]').filter({ visible: true }).waitFor();
    });

    it('starts from the lightbulb of a diagnostic, with what it says', async () => {
      const { editor } = workbench();
      await editor.open('src/shop.ts');
      await editor.setCursor({ line: 1, column: 1 });
      // At once: of a line that is half typed the language server has other things to say, on a busy machine for long.
      await workbench().page.keyboard.insertText('const count: number = "three";\n');
      await workbench().page.locator('.squiggly-error').first().waitFor();
      await editor.setCursor({ line: 1, column: 8 });
      await editor.chooseQuickFix('Compare fix with both models');
      const tab = await ComparisonTab.of(workbench(), 'Fix shop.ts');
      await tab.waitForText(/Find the cause of this problem and fix it: Type 'string' is not assignable/);
      await tab.waitForStatus('GPT-5.5', /Done|No edit/);
      await tab.waitForText(/nothing is scripted/i);
    });

    it('shows what will be sent word for word, lets a piece be taken out, and sends the rest', async () => {
      const { editor } = workbench();
      await editor.open('src/basket.ts');
      await editor.select({ line: 4, column: 1 }, { line: 10, column: 2 });
      await workbench().run('Tiebreak: Show what will be sent');
      const tab = await waitUntil('the draft', async () => {
        const candidate = await ComparisonTab.of(workbench(), 'Fix basket.ts');
        return (await candidate.button('Send to both models').count()) > 0 ? candidate : undefined;
      });
      await tab.waitForText('# Selected: lines 4 to 10');
      await tab.waitForText(/anthropic\.scripted\.invalid/);
      const piece = tab.main.getByRole('checkbox', { name: /BasketLine/ }).first();
      await piece.waitFor();
      await tab.waitForText('# Definition: src/shop.ts');
      await piece.uncheck();
      await tab.press('Send to both models');
      await tab.waitUntilDone();
      await tab.press('What was sent');
      assert.ok(!(await tab.text()).includes('# Definition: src/shop.ts'));
    });
  });
}
