import assert from 'node:assert/strict';
import { compareInvoice } from './review/invoiceTask.ts';
import { InlineReview } from './workbench/inlineReview.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const commands = [
  'Tiebreak: Next hunk',
  'Tiebreak: Previous hunk',
  'Tiebreak: Accept hunk',
  'Tiebreak: Reject hunk',
  'Tiebreak: Take the left answer here',
  'Tiebreak: Take the right answer here',
  'Tiebreak: Undo last choice',
  'Tiebreak: Apply accepted hunks',
];
const keys = ['Alt+F5', 'Shift+Alt+F5', 'Shift+Alt+Y', 'Shift+Alt+N', 'Shift+Alt+L', 'Shift+Alt+R', 'Shift+Alt+U'];

describe('Keys and commands for hunks', () => {
  const { workbench, wire } = useWiredWorkbench({ viewport: { width: 2200, height: 1200 } });

  before(() => storeKeys(workbench()));

  /** The titles of ours that the palette offers. */
  const offered = async (): Promise<readonly string[]> => {
    const { quickInput } = workbench();
    await quickInput.open('>Tiebreak: ');
    await quickInput.rows.first().waitFor();
    const labels = new Set<string>();
    // The list holds no more rows than it shows: page by page, until a few bring nothing new. The first goes to the last
    // row that is shown already.
    for (let idle = 0; idle < 3; ) {
      const known = labels.size;
      for (const label of await quickInput.rows.locator('.label-name').allInnerTexts()) labels.add(label);
      idle = labels.size > known ? 0 : idle + 1;
      await workbench().page.keyboard.press('PageDown');
      await workbench().page.waitForTimeout(150);
    }
    await quickInput.dismiss();
    return [...labels].filter((label) => label.startsWith('Tiebreak: '));
  };

  it('offers no command about hunks while there are none', async () => {
    await workbench().editor.open('src/format.ts');
    const labels = await offered();
    assert.ok(labels.includes('Tiebreak: Compare fix with both models'));
    for (const label of [...commands, 'Tiebreak: Review inline…', 'Tiebreak: End review']) {
      assert.equal(labels.includes(label), false, label);
    }
  });

  it('works on the hunk that has the focus in the panel', async () => {
    const tab = await compareInvoice(workbench(), wire(), 'panelKeys.ts');
    const { page } = workbench();
    await tab.main.getByRole('heading', { name: 'GPT-5.5' }).first().click();
    await page.locator('.editor-group-container.active .tab.active').filter({ hasText: 'Fix panelKeys.ts' }).waitFor();
    await page.keyboard.press('Alt+F5');
    await tab.main
      .getByRole('group', { name: /^Hunk 1 of 4/ })
      .and(tab.main.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Shift+Alt+Y');
    await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
    await page.keyboard.press('Alt+F5');
    await tab.main
      .getByRole('group', { name: /^Hunk 2 of 4/ })
      .and(tab.main.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Shift+Alt+N');
    await tab.waitForPressed(tab.reject(2, 'GPT-5.5'), true);
    await page.keyboard.press('Shift+Alt+U');
    await tab.waitForPressed(tab.reject(2, 'GPT-5.5'), false);
    await page.keyboard.press('Shift+Alt+F5');
    await page.keyboard.press('Shift+Alt+R');
    await tab.waitForPressed(tab.accept(1, 'Claude Opus 4.7'), true);
    const labels = await offered();
    for (const label of commands) assert.ok(labels.includes(label), label);
  });

  it('touches no key of an editor that reviews nothing', async () => {
    const tab = await compareInvoice(workbench(), wire(), 'ownKeys.ts');
    const { editor, page } = workbench();
    await editor.setCursor({ line: 12, column: 1 });
    const before = await editor.visibleText();
    for (const key of keys) await page.keyboard.press(key);
    await workbench().statusBar.waitForText('status.editor.selection', 'Ln 12, Col 1');
    assert.equal(await editor.visibleText(), before);
    assert.equal(await tab.main.locator('[aria-pressed=true]', { hasText: /Accepted|Rejected/ }).count(), 0);
    const labels = await offered();
    for (const label of commands) assert.equal(labels.includes(label), false, label);
  });

  it('does all of it in the editor that shows hunks', async () => {
    const tab = await compareInvoice(workbench(), wire(), 'editorKeys.ts');
    const { editor, page, statusBar } = workbench();
    const review = new InlineReview(page, 'src/editorKeys.ts');
    await tab.press('Review GPT-5.5 inline');
    await review.lens('Hunk 1 of').waitFor();
    await editor.focus();
    await review.titleButton('Next hunk').waitFor();
    await page.keyboard.press('Alt+F5');
    await statusBar.waitForText('status.editor.selection', 'Ln 12, Col 1');
    await page.keyboard.press('Shift+Alt+Y');
    await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
    await page.keyboard.press('Alt+F5');
    await statusBar.waitForText('status.editor.selection', 'Ln 19, Col 1');
    await page.keyboard.press('Shift+Alt+N');
    await tab.waitForPressed(tab.reject(2, 'GPT-5.5'), true);
    await page.keyboard.press('Shift+Alt+U');
    await tab.waitForPressed(tab.reject(2, 'GPT-5.5'), false);
    await page.keyboard.press('Shift+Alt+F5');
    await statusBar.waitForText('status.editor.selection', 'Ln 12, Col 1');
    await page.keyboard.press('Shift+Alt+R');
    await tab.waitForPressed(tab.accept(1, 'Claude Opus 4.7'), true);
    await page.keyboard.press('Shift+Alt+L');
    await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
    await review.titleButton('Accept hunk').waitFor();
    await page.keyboard.press('Shift+Alt+Enter');
    await editor.waitForText('i < lines.length');
    await tab.waitForText(/1 hunk applied/);
    await review.waitUntilGone();
  });
});
