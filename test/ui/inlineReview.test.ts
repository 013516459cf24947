import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerReply } from '../wire/replies.ts';
import { compareInvoice, invoice, orderEdits, writeInto } from './review/invoiceTask.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { InlineReview } from './workbench/inlineReview.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

describe('Review inline', () => {
  const { workbench, wire } = useWiredWorkbench({ viewport: { width: 2200, height: 1200 } });
  const onDisk = (path: string) => readFile(join(workbench().workspaceFolder, path), 'utf8');
  const compare = async (name: string) => {
    const tab = await compareInvoice(workbench(), wire(), name);
    return { tab, review: new InlineReview(workbench().page, `src/${name}`) };
  };
  /** What has the focus: the panel's page, or the element that a person types into. */
  const focused = () =>
    workbench().page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.closest('.monaco-editor')?.getAttribute('data-uri') ?? activeElement?.tagName ?? null;
    });

  before(() => storeKeys(workbench()));

  it('moves neither scroll, cursor nor focus, and opens nothing else', async () => {
    const { tab, review } = await compare('calm.ts');
    const { editor, page, statusBar } = workbench();
    await editor.setCursor({ line: 68, column: 3 });
    const before = await review.topOf('spare36');
    await tab.press('Review GPT-5.5 inline');
    await review.lens('Hunk 4 of 4').waitFor();
    assert.match(await review.proposal(4), /const sum = total\(lines\);/);
    assert.equal(await review.topOf('spare36'), before);
    assert.equal(await focused(), 'IFRAME', 'the panel keeps the focus');
    assert.equal(await page.locator('.part.panel').isVisible(), false, 'no list of comments opens');
    await editor.focus();
    await statusBar.waitForText('status.editor.selection', 'Ln 68, Col 3');
  });

  it('shows proposed lines, and a small change within its line', async () => {
    const { tab, review } = await compare('lines.ts');
    await tab.press('Review GPT-5.5 inline');
    assert.match(await review.lensText(1), /^Hunk 1 of 4 · GPT-5\.5/);
    assert.match(await review.lensText(3), /removes these lines/);
    assert.match(await review.proposal(2), /const isLarge = sum > 10_000;\n\s*return isLarge/);
    assert.equal(await review.editor.locator('.review-widget').filter({ hasText: 'Hunk 1 of' }).count(), 0);
    assert.deepEqual(await review.addedWords(), ['<']);
    assert.equal(await onDisk('src/lines.ts'), invoice);
    assert.equal(await workbench().page.locator('.tab.dirty').count(), 0);
  });

  it('writes nothing to disk or buffer by a rejection, and stays in step with the panel both ways', async () => {
    const { tab, review } = await compare('reject.ts');
    const { page } = workbench();
    await tab.press('Review GPT-5.5 inline');
    await review.press(2, 'Reject');
    await tab.waitForPressed(tab.reject(2, 'GPT-5.5'), true);
    await review.waitForLens(2, /Rejected/);
    await review.editor.locator('.review-widget').filter({ hasText: 'Hunk 2 of' }).waitFor({ state: 'detached' });
    await tab.accept(1, 'GPT-5.5').click();
    await review.waitForLens(1, /Accepted/);
    await tab.reject(1, 'GPT-5.5').click();
    await review.waitForLens(1, /Rejected/);
    await review.press(1, 'Rejected');
    await tab.waitForPressed(tab.reject(1, 'GPT-5.5'), false);
    assert.equal(await onDisk('src/reject.ts'), invoice);
    assert.equal(await page.locator('.tab.dirty').count(), 0, 'the buffer is not changed either');
  });

  it('applies what is accepted as one step, undone by one, with the right lines after a choice was taken back', async () => {
    const { tab, review } = await compare('apply.ts');
    const { editor, page } = workbench();
    await tab.press('Review GPT-5.5 inline');
    await review.press(1, 'Accept');
    await review.press(2, 'Accept');
    await review.press(3, 'Accept');
    await review.waitForLens(3, /Accepted/);
    await review.press(1, 'Accepted');
    await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), false);
    await editor.focus();
    await page.keyboard.press('Shift+Alt+Enter');
    await editor.waitForText('return isLarge ? Math.round(sum / 10) : 0;');
    await review.waitUntilGone();
    await editor.save();
    const expected = invoice
      .replace(
        / {2}if \(sum > 10000\) \{[\s\S]*? {2}\}\n\}/,
        '  const isLarge = sum > 10_000;\n  return isLarge ? Math.round(sum / 10) : 0;\n}',
      )
      .replace('export function heading', '/** What stands above an invoice. */\nexport function heading')
      .replace("  console.log('heading', customer);\n", '');
    assert.equal(await onDisk('src/apply.ts'), expected);
    await editor.undo();
    await editor.save();
    assert.equal(await onDisk('src/apply.ts'), invoice);
  });

  it('follows what is typed, and says where lines were changed', async () => {
    const { tab, review } = await compare('typed.ts');
    const { editor } = workbench();
    await tab.press('Review GPT-5.5 inline');
    await review.lens('Hunk 2 of').waitFor();
    await editor.setCursor({ line: 2, column: 1 });
    await editor.type('// mine\n');
    await review.press(1, 'Accept');
    await editor.setCursor({ line: 21, column: 5 });
    await editor.type('/* mine */ ');
    await review.waitForLens(2, /your code changed here since/);
    const lens = (await review.lens('Hunk 1 of').boundingBox())?.y ?? Number.NaN;
    const line = await review.topOf('i <=');
    assert.ok(line > lens && line - lens < 40, `the commands stand above their line: ${lens}, ${line}`);
    await editor.focus();
    await workbench().page.keyboard.press('Shift+Alt+Enter');
    await editor.waitForText('i < lines.length');
    assert.match(await editor.visibleText(), /\/\/ mine[\s\S]*\/\* mine \*\/ return sum \* 0\.1/);
  });

  it('shows the other side in the same place', async () => {
    const { tab, review } = await compare('swap.ts');
    await tab.press('Review GPT-5.5 inline');
    await review.press(1, 'Show Claude Opus 4.7');
    await review.waitForLens(1, /^Hunk 1 of 1 · Claude Opus 4\.7/);
    assert.match(await review.proposal(1), /lines\.reduce/);
    await review.press(1, 'Accept');
    await tab.waitForPressed(tab.accept(1, 'Claude Opus 4.7'), true);
  });

  it('lets text be typed into the right file while it opens', async () => {
    const { tab } = await compare('behind.ts');
    const { editor, page, quickInput } = workbench();
    await editor.open('src/format.ts');
    await editor.setCursor({ line: 1, column: 1 });
    await workbench().run('Tiebreak: Review inline…');
    await quickInput.rows.filter({ hasText: 'GPT-5.5' }).waitFor();
    await page.keyboard.press('Enter');
    await quickInput.input.waitFor({ state: 'hidden' });
    await page.keyboard.type('// typed while the review opened ', { delay: 20 });
    await new InlineReview(page, 'src/behind.ts').lens('Hunk 1 of').waitFor();
    await page.keyboard.type('and after', { delay: 20 });
    await editor.waitForText('// typed while the review opened and after');
    await editor.save();
    assert.match(await onDisk('src/format.ts'), /^\/\/ typed while the review opened and after/);
    assert.equal(await onDisk('src/behind.ts'), invoice);
    assert.equal(await page.locator('.tab.dirty').filter({ hasText: 'behind.ts' }).count(), 0);
    await tab.press('Neither is right');
  });

  it('goes on in the next file, stays over a change of tabs, in a second editor too, and ends when it is told to', async () => {
    const { editor, page } = workbench();
    const [one, two] = ['src/many/one.ts', 'src/many/two.ts'];
    await writeInto(workbench(), one, "import { b } from './two';\nexport const a = 1;\nexport const c = b;\n");
    await writeInto(workbench(), two, 'export const b = 2;\n');
    const edit = (path: string, oldText: string, newText: string) =>
      ({ kind: 'replace', path, oldText, newText }) as const;
    orderEdits(wire(), [{ kind: 'patch', path: one, diff: '@@\n-export const a = 1;\n+export const a = 3;' }], []);
    wire().order({
      provider: 'anthropic',
      always: answerReply({ edits: [edit(one, 'a = 1', 'a = 10'), edit(two, 'b = 2', 'b = 20')] }),
    });
    await editor.open(two);
    await editor.open(one);
    await editor.setCursor({ line: 1, column: 10 });
    await workbench().run('Tiebreak: Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix one.ts');
    await tab.waitUntilDone();
    await tab.press('Review Claude Opus 4.7 inline');
    const first = new InlineReview(page, one);
    const second = new InlineReview(page, two);
    await first.lens('Hunk 1 of 2').waitFor();
    await editor.focus();
    await first.titleButton('Next hunk').waitFor();
    await page.keyboard.press('Alt+F5');
    await workbench().statusBar.waitForText('status.editor.selection', 'Ln 2, Col 1');
    await page.keyboard.press('Alt+F5');
    await second.lens('Hunk 2 of 2').waitFor();
    await second.titleButton('Accept hunk').waitFor();
    await page.keyboard.press('Shift+Alt+Y');
    await second.waitForLens(2, /Accepted/);
    await editor.open(one);
    await first.lens('Hunk 1 of 2').waitFor();
    await workbench().run('View: Split Editor Down');
    await waitUntil('two editors with the hunk', async () => {
      const lenses = page.locator(`.monaco-editor[data-uri$="/${one}"] .codelens-decoration`, {
        hasText: 'Hunk 1 of 2',
      });
      return (await lenses.count()) === 2 ? true : undefined;
    });
    await workbench().run('View: Close Editor');
    await workbench().run('Tiebreak: End review');
    await first.waitUntilGone();
  });

  it('can be read in every theme', async () => {
    const { tab, review } = await compare('themes.ts');
    await workbench().run('View: Toggle Primary Side Bar Visibility');
    await tab.press('Review GPT-5.5 inline');
    await review.press(2, 'Accept');
    await review.press(3, 'Reject');
    await review.waitForLens(3, /Rejected/);
    for (const theme of ['light', 'dark', 'high-contrast-dark', 'high-contrast-light'] as const) {
      await workbench().setTheme(theme);
      assert.match(await review.proposal(2), /const isLarge/);
      // The picture is for people; nothing is judged by it, so it may wait for the last of the new colours.
      await workbench().page.waitForTimeout(1000);
      await workbench().screenshot(`inline-review-${theme}`);
    }
  });
});
