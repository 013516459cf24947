import { startWorkbench } from '/work/main/test/ui/workbench/startWorkbench.ts';

const { workbench, stop } = await startWorkbench({
  version: 'newest',
  settings: { 'tiebreak.scriptedAnswers': true },
  viewport: { width: 1600, height: 1000 },
});
try {
  await workbench.editor.open('src/basket.ts');
  await workbench.screenshot('first-0');
  await workbench.editor.select({ line: 10, column: 1 }, { line: 16, column: 1 });
  await workbench.editor.chooseFromContextMenu('Compare fix with both models');
  const frame = await workbench.webview('Fix basket.ts');
  await new Promise((r) => setTimeout(r, 1500));
  await workbench.screenshot('first-1');
  await frame.getByRole('button', { name: 'Accept hunk 1 from GPT-5.5' }).click({ timeout: 30000 });
  await new Promise((r) => setTimeout(r, 3000));
  await workbench.screenshot('first-2');
  await frame.getByRole('button', { name: 'Apply accepted hunks' }).click();
  await new Promise((r) => setTimeout(r, 1000));
  await workbench.screenshot('first-3');
  console.log(await workbench.statusBar.text('tiebreak.tiebreak.spend'));
  console.log(await workbench.statusBar.hover('tiebreak.tiebreak.spend'));
  await workbench.screenshot('first-4');
} catch (e) {
  console.log(e);
  await workbench.screenshot('first-failed');
  console.log(await workbench.server.lastLogLines());
} finally {
  await stop();
}
