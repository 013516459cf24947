import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../vscode/projectFolder.ts';
import { addPicturedSpend } from './gallery/picturedSpend.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { ImageTab } from './workbench/imageTab.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { SpendTab } from './workbench/spendTab.ts';
import { startWorkbench } from './workbench/startWorkbench.ts';

/** `npm run pictures`: takes the pictures of the README from the current build, in a real VS Code. */
const folder = join(projectFolder, 'media', 'pictures');
const spend = 'tiebreak.tiebreak.spend';

await mkdir(folder, { recursive: true });
const { workbench, stop } = await startWorkbench({
  settings: {
    'tiebreak.scriptedAnswers': true,
    'editor.minimap.enabled': false,
    'workbench.activityBar.location': 'hidden',
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
  },
  viewport: { width: 1440, height: 860 },
  pixelRatio: 1.5,
});
try {
  const { editor, page, statusBar } = workbench;
  const take = (name: string) => page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  await editor.open('src/basket.ts');
  await workbench.run('View: Toggle Primary Side Bar Visibility');
  await editor.select({ line: 4, column: 1 }, { line: 10, column: 2 });
  await editor.rightClick();
  await page.locator('.monaco-menu').getByText('Compare fix with both models').waitFor();
  await take('right-click');
  await workbench.contextMenu.dismiss();

  await workbench.setTheme('dark');
  await editor.chooseFromContextMenu('Compare fix with both models');
  const tab = await ComparisonTab.of(workbench, 'Fix basket.ts');
  await tab.waitUntilDone();
  await tab.accept(1, 'GPT-5.5').click();
  await tab.waitForText(/1 hunk accepted/);
  await page.mouse.move(0, 0);
  // Colours come a moment after the text.
  await tab.frame.locator('.line code span[style*="color"]').first().waitFor();
  await take('comparison-dark');
  await tab.press('Rows');
  await tab.waitForText(/1 conflicting/);
  await page.mouse.move(0, 0);
  await take('rows');
  await tab.press('Against my code');
  await workbench.setTheme('light');
  await tab.frame.locator('.line code span[style*="color"]').first().waitFor();
  await take('comparison-light');
  await statusBar.hover(spend);
  await take('spend');
  await page.mouse.move(0, 0);
  await tab.press('Review Claude Opus 4.7 inline');
  await page.locator('.codelens-decoration').first().waitFor();
  await page.mouse.move(0, 0);
  await take('inline-review');
  await page.mouse.move(0, 0);
  await addPicturedSpend(workbench.server.dataFolder);
  await workbench.run('View: Close All Editors');
  await workbench.setTheme('dark');
  await workbench.run('Tiebreak: Show spend');
  const dashboard = await SpendTab.of(workbench);
  await dashboard.main.getByText('bookshop').first().waitFor();
  await page.mouse.move(0, 0);
  await take('dashboard');
  await workbench.run('View: Close All Editors');
  await workbench.setTheme('light');
  await workbench.run('Tiebreak: Generate UI with both models…');
  await workbench.quickInput.answer('A form to order by');
  await workbench.quickInput.rows.first().waitFor();
  await workbench.quickInput.input.fill('OrderForm.vue');
  await workbench.quickInput.pick('New file OrderForm.vue');
  const form = await ComparisonTab.of(workbench, 'UI in OrderForm.vue');
  await form.waitUntilDone();
  await form.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
  const preview = await PreviewTab.of(workbench, 'OrderForm.vue');
  await preview.page('Claude Opus 4.7').getByText('12 in stock').waitFor();
  await preview.main.getByText(/^Left: .*, right: /).waitFor();
  await page.mouse.move(0, 0);
  await take('preview');
  await workbench.run('View: Close All Editors');
  await workbench.run('Tiebreak: Create image with both models…');
  await (await ImageTab.of(workbench, 'Image asset')).ask('An icon of an umbrella');
  const image = await ImageTab.of(workbench, 'Image: An icon of an umbrella');
  await image.waitForStatus('GPT-5.5', 'Complete');
  await image.waitForStatus('Claude Opus 4.7', 'Complete');
  await page.mouse.move(0, 0);
  await take('image');
} finally {
  await stop();
}
