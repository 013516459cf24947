import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareInvoice, invoice, orderEdits, writeInto } from './review/invoiceTask.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { DiffEditor } from './workbench/diffEditor.ts';
import { InlineReview } from './workbench/inlineReview.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

describe('Open in diff editor', () => {
  const { workbench, wire } = useWiredWorkbench({ viewport: { width: 2200, height: 1200 } });
  const onDisk = (path: string) => readFile(join(workbench().workspaceFolder, path), 'utf8');
  const compare = (name: string) => compareInvoice(workbench(), wire(), name);
  const diffOf = (title: string) => new DiffEditor(workbench().page, title);

  before(() => storeKeys(workbench()));

  it('makes hunks of what is typed into the proposed side, keeps other choices, and applies it', async () => {
    const tab = await compare('tweak.ts');
    const { editor, page } = workbench();
    await tab.accept(1, 'GPT-5.5').click();
    await tab.accept(3, 'GPT-5.5').click();
    await tab.press('Open src/tweak.ts from GPT-5.5 in diff editor');
    const diff = diffOf('tweak.ts: your code ↔ GPT-5.5');
    await diff.waitFor();
    await diff.typeAfter('const isLarge', ' // tweaked');
    await tab.waitForText('// tweaked');
    await tab.waitForText('edited by you');
    await tab.waitForPressed(tab.accept(1, 'GPT-5.5'), true);
    await tab.waitForPressed(tab.accept(3, 'GPT-5.5'), true);
    await tab.waitForPressed(tab.accept(2, 'GPT-5.5'), false);
    assert.equal(await onDisk('src/tweak.ts'), invoice);
    await page.keyboard.press('ControlOrMeta+s');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await workbench().screenshot('diff-editor-light');
    for (const theme of ['dark', 'high-contrast-dark'] as const) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`diff-editor-${theme}`);
    }
    await tab.accept(2, 'GPT-5.5').click();
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/3 hunks applied/);
    await diff.close();
    await editor.open('src/tweak.ts');
    await editor.waitForText('const isLarge = sum > 10_000; // tweaked');
    await editor.save();
    assert.equal((await onDisk('src/tweak.ts')).includes('\ufeff'), false, 'no byte order mark is added');
  });

  it('gives up what was typed and not saved', async () => {
    const tab = await compare('discard.ts');
    const { dialog } = workbench();
    await tab.press('Open src/discard.ts from GPT-5.5 in diff editor');
    const diff = diffOf('discard.ts: your code ↔ GPT-5.5');
    await diff.waitFor();
    await diff.typeAfter('const isLarge', ' // for nothing');
    await tab.waitForText('// for nothing');
    await diff.tab.first().click({ button: 'middle' });
    await dialog.press(/Don't Save/);
    await tab.main.getByText('// for nothing').first().waitFor({ state: 'detached' });
  });

  it('leaves scroll and cursor of the own editor as they were', async () => {
    const tab = await compare('place.ts');
    const { editor, page, statusBar } = workbench();
    const own = new InlineReview(page, 'src/place.ts');
    await editor.setCursor({ line: 68, column: 3 });
    const before = await own.topOf('spare36');
    await tab.press('Open GPT-5.5 in diff editor');
    const diff = diffOf('place.ts: your code ↔ GPT-5.5');
    await diff.waitFor();
    await diff.close();
    await own.editor.locator('.view-line').first().waitFor();
    assert.equal(await own.topOf('spare36'), before);
    await editor.focus();
    await statusBar.waitForText('status.editor.selection', 'Ln 68, Col 3');
  });

  it('keeps both sides of one file, and two comparisons of it, apart', async () => {
    const tab = await compare('apart.ts');
    const { page } = workbench();
    await tab.press('Open GPT-5.5 in diff editor');
    await tab.press('Open Claude Opus 4.7 in diff editor');
    const right = diffOf('apart.ts: your code ↔ Claude Opus 4.7');
    await right.waitFor();
    assert.match(await right.text(), /lines\.reduce/);
    await right.typeAfter('lines.reduce', ' // of the right');
    await tab.region('Claude Opus 4.7').getByText('// of the right').first().waitFor();
    assert.doesNotMatch(await tab.region('GPT-5.5').innerText(), /of the right/);
    await page.keyboard.press('ControlOrMeta+s');
    const left = diffOf('apart.ts: your code ↔ GPT-5.5');
    await left.tab.click();
    await left.waitFor();
    assert.match(await left.text(), /const isLarge/);
    await page.locator('.tab').filter({ hasText: 'Fix apart.ts' }).click({ button: 'middle' });
    await left.tab.waitFor({ state: 'detached' });
    await right.tab.waitFor({ state: 'detached' });
  });

  it('shows created and deleted files, and several files in one view', async () => {
    const { editor, page } = workbench();
    await writeInto(workbench(), 'src/whole/start.ts', "import './gone';\nimport './moved';\n");
    await writeInto(workbench(), 'src/whole/gone.ts', 'export const gone = true;\n');
    await writeInto(workbench(), 'src/whole/moved.ts', 'export const moved = true;\n');
    orderEdits(
      wire(),
      [
        { kind: 'create', path: 'src/whole/fresh.ts', text: 'export const fresh = 1;\n' },
        { kind: 'delete', path: 'src/whole/gone.ts' },
        { kind: 'patch', path: 'src/whole/start.ts', diff: "@@\n-import './gone';\n+import './fresh';" },
      ],
      [{ kind: 'replace', path: 'src/whole/start.ts', oldText: "import './gone';\n", newText: '' }],
    );
    await editor.open('src/whole/start.ts');
    await workbench().run('Tiebreak: Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix start.ts');
    await tab.waitUntilDone();
    await tab.press('Open GPT-5.5 in diff editor');
    const all = diffOf('start.ts: your code ↔ GPT-5.5');
    await all.tab.waitFor();
    const multi = page.locator('.monaco-component.multiDiffEditor, .multi-diff-editor, .multiDiffEntry').first();
    await multi.waitFor();
    await page.getByText('fresh.ts').filter({ visible: true }).first().waitFor();
    await workbench().screenshot('diff-editor-several');
    await all.close();
    await tab.press('Open src/whole/fresh.ts from GPT-5.5 in diff editor');
    const fresh = diffOf('fresh.ts: new file from GPT-5.5');
    await fresh.waitFor();
    await tab.press('Open src/whole/gone.ts from GPT-5.5 in diff editor');
    await diffOf('gone.ts: deleted by GPT-5.5').tab.waitFor();
    await fresh.tab.click();
    await fresh.modified.locator('.view-line').filter({ hasText: 'fresh' }).waitFor();
    await fresh.typeAfter('export const fresh', ' // and more');
    await tab.waitForText('// and more');
    await page.keyboard.press('ControlOrMeta+s');
    await page.locator('.tab').filter({ hasText: 'Fix start.ts' }).click({ button: 'middle' });
    await fresh.tab.waitFor({ state: 'detached' });
  });

  it('keeps the line endings of a file', async () => {
    const { editor, page } = workbench();
    const text = 'let a = 1;\r\nlet b = 2;\r\nlet c = 3;';
    await writeInto(workbench(), 'src/endings.ts', text);
    orderEdits(
      wire(),
      [{ kind: 'patch', path: 'src/endings.ts', diff: '@@\n-let b = 2;\n+let b = 20;' }],
      [{ kind: 'replace', path: 'src/endings.ts', oldText: 'let b = 2;', newText: 'let b = 22;' }],
    );
    await editor.open('src/endings.ts');
    await workbench().run('Tiebreak: Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix endings.ts');
    await tab.waitUntilDone();
    await tab.press('Open GPT-5.5 in diff editor');
    const diff = diffOf('endings.ts: your code ↔ GPT-5.5');
    await diff.waitFor();
    await diff.typeAfter('let b = 20', ' // twenty');
    await tab.waitForText('// twenty');
    await page.keyboard.press('ControlOrMeta+s');
    await tab.accept(1, 'GPT-5.5').click();
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/1 hunk applied/);
    await diff.close();
    await editor.open('src/endings.ts');
    await editor.save();
    assert.equal(await onDisk('src/endings.ts'), 'let a = 1;\r\nlet b = 20; // twenty\r\nlet c = 3;');
  });
});
