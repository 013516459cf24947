import type { Frame } from 'playwright-core';
import { waitUntil } from '../../ui/workbench/waitUntil.ts';
import { findWebview } from '../../ui/workbench/webviewPanel.ts';
import type { BenchWindow } from './benchWindow.ts';

/** Milliseconds from the key press to the webview with this title in sight; closes it again. */
export async function timeToSee({ workbench, probe }: BenchWindow, key: string, title: string): Promise<number> {
  await workbench.editor.open('src/basket.ts');
  // Whatever the last closing and the opening of the file set off comes to rest.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await workbench.page.keyboard.press(key);
  const frame = await findWebview(workbench.page, title);
  const visibleAt = await waitUntil('the webview to be in sight', () => visibleTime(frame));
  const pressedAt = await workbench.page.evaluate(() => window.tiebreakBench?.keyAt ?? 0);
  await probe.ask('closeWebviews');
  return visibleAt - pressedAt;
}

async function visibleTime(frame: Frame): Promise<number | undefined> {
  return (await frame.parentFrame()?.evaluate(() => window.tiebreakBench?.visibleAt)) ?? undefined;
}
