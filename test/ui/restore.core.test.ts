import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { extensionHostsOf } from './workbench/extensionHosts.ts';
import { savedLayout } from './workbench/savedLayout.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const left = 'GPT-5.5';
const right = 'Claude Opus 4.7';

// Each test asks about a file of its own, so that no two panels bear the same title.
describe('Comparisons that come back', () => {
  const { workbench, wire } = useWiredWorkbench();
  beforeEach(async () => {
    wire().reset();
    // A window in a browser has its secrets in memory only.
    await storeKeys(workbench());
  });

  /** Loads the window again, once VS Code has noted which editors are open. @param between while there is no window */
  async function reload(path: string, between: () => Promise<void> = async () => {}): Promise<void> {
    const { page } = workbench();
    const { id } = await storedFor(path, () => true);
    await waitUntil('the layout to be saved', async () => ((await savedLayout(page)).includes(id) ? true : undefined));
    const address = page.url();
    await page.goto('about:blank');
    await between();
    await page.goto(address);
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
  }

  /** Both models replace a line of the file, and say why. */
  async function compare(path: string, title: string, oldText: string): Promise<ComparisonTab> {
    const { editor } = workbench();
    const replaced = (newText: string) => [{ kind: 'replace', path, oldText, newText } as const];
    const patched = [{ kind: 'patch', path, diff: `@@\n-${oldText}+// by the left one\n+${oldText}` } as const];
    wire().order({ provider: 'openai', always: answerReply({ prose: 'The left reason.', edits: patched }) });
    wire().order({
      provider: 'anthropic',
      always: answerReply({ prose: 'The right reason.', edits: replaced(`// by the right one\n${oldText}`) }),
    });
    await editor.open(path);
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), title);
    await tab.waitUntilDone();
    return tab;
  }

  /** The files of the store, wherever VS Code keeps the workspace's; not what is still being written beside them. */
  async function storedFiles(): Promise<readonly string[]> {
    const { dataFolder } = workbench().server;
    // A folder of VS Code's that goes while it is walked through ends the walk: then once more.
    const files = await waitUntil('the folders to hold still', () =>
      readdir(dataFolder, { recursive: true, withFileTypes: true }).catch(() => undefined),
    );
    return files
      .filter(({ name, parentPath }) => name.endsWith('.json') && parentPath.endsWith('comparisons'))
      .map((file) => join(file.parentPath, file.name));
  }

  /** The kept comparison about a file, once its text is like this. */
  function storedFor(path: string, isWanted: (text: string) => boolean) {
    return waitUntil(`the comparison about ${path} to be kept`, async () => {
      for (const file of await storedFiles()) {
        // What is decided meanwhile is gone between the two looks.
        const text = await readFile(file, 'utf8').catch(() => null);
        if (text === null) continue;
        const isAbout = JSON.parse(text).comparison.task.file.path === path;
        if (isAbout && isWanted(text)) return { file, text, id: basename(file, '.json') };
      }
      return undefined;
    });
  }

  async function waitForFocus(tab: ComparisonTab): Promise<void> {
    await waitUntil('the panel to have the focus', async () =>
      (await tab.frame.evaluate(() => document.hasFocus())) ? true : undefined,
    );
  }

  /** Picks a file's comparison from the list, and gives what the list said. What else takes the focus closes it: then anew. */
  function reopen(path: string, look: () => Promise<void> = async () => {}): Promise<string> {
    const { quickInput } = workbench();
    const soon = { timeout: 3000 };
    return waitUntil(`the comparison about ${path} to be reopened`, async () => {
      await workbench().run('Tiebreak: Reopen comparison…');
      try {
        const row = quickInput.rows.filter({ hasText: path }).first();
        await row.waitFor(soon);
        await look();
        const offered = await quickInput.text();
        await row.click(soon);
        return offered;
      } catch {
        return undefined;
      }
    });
  }

  async function closeTab(title: string): Promise<void> {
    const { page } = workbench();
    const label = page.locator('.tab', { hasText: title });
    await label.hover();
    await label.locator('.tab-actions .action-label').first().click();
    await label.waitFor({ state: 'detached' });
  }

  it('shows answers, choices and undo as they were after a reload, and applies them', async () => {
    const { editor } = workbench();
    const before = await compare('src/basket.ts', 'Fix basket.ts', '  let sum = 0;\n');
    await before.accept(1, left).click();
    await before.waitForPressed(before.accept(1, left), true);
    await before.accept(1, right).click();
    await before.waitForPressed(before.accept(1, right), true);
    const seen = wire().requests.length;
    await storedFor('src/basket.ts', (text) => /"undo":\[\{\},\{/.test(text));
    await reload('src/basket.ts');
    const tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await tab.waitUntilDone();
    await tab.waitForText('The left reason.');
    await tab.waitForText('The right reason.');
    await tab.waitForText(/Find the bug in this file/);
    await tab.waitForPressed(tab.accept(1, right), true);
    await tab.main
      .getByRole('group', { name: /^Hunk 1 of/ })
      .first()
      .focus();
    await workbench().page.keyboard.press('u');
    await tab.waitForPressed(tab.accept(1, left), true);
    assert.equal(wire().requests.length, seen, 'nothing was asked again');
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/1 hunk applied/);
    await editor.open('src/basket.ts');
    await editor.waitForText('// by the left one');
    await editor.undo();
    assert.ok(!(await editor.visibleText()).includes('// by the left one'));
  });

  it('keeps what it keeps for the person’s own account only', async function () {
    if (process.platform === 'win32') this.skip();
    const files = await storedFiles();
    assert.ok(files.length > 0);
    for (const file of files) assert.equal((await stat(file)).mode & 0o777, 0o600, file);
  });

  it('shows an answer that was under way as interrupted, with the most that it can have cost', async () => {
    const { editor } = workbench();
    const slow = answerReply({ prose: 'word '.repeat(5000) }, { eventsPerSecond: 50 });
    wire().order({ provider: 'openai', always: slow });
    wire().order({ provider: 'anthropic', always: answerReply({ prose: 'Done at once.' }) });
    await editor.open('src/shop.ts');
    await editor.chooseFromContextMenu('Compare fix with both models');
    const before = await ComparisonTab.of(workbench(), 'Fix shop.ts');
    await before.waitForStatus(left, /Writing/);
    await before
      .region(left)
      .getByText(/word word/)
      .first()
      .waitFor();
    await before.waitForText('Done at once.');
    await storedFor('src/shop.ts', (text) => text.includes('word word') && text.includes('Done at once.'));
    await reload('src/shop.ts');
    const tab = await ComparisonTab.of(workbench(), 'Fix shop.ts');
    await tab.waitForStatus(left, /Interrupted/);
    await tab.waitForText(/The window closed while GPT-5\.5 was answering/);
    await tab
      .region(left)
      .getByText(/word word/)
      .first()
      .waitFor();
    await eventually(async () => assert.match(await tab.region(left).innerText(), /unknown, at most \$\d/));
    await tab.waitForText('Done at once.');
    assert.ok(!/unknown/.test(await tab.region(right).innerText()));
    wire().reset();
    wire().order({ provider: 'openai', always: answerReply({ prose: 'The second asking.' }) });
    await storeKeys(workbench());
    await tab.press('Ask GPT-5.5 again');
    await tab.waitForText('The second asking.');
  });

  it('comes back after its extension host was killed', async function () {
    if (process.platform === 'win32') this.skip();
    const before = await compare('src/server.ts', 'Fix server.ts', await firstLineOf('src/server.ts'));
    await before.accept(1, left).click();
    await before.waitForPressed(before.accept(1, left), true);
    await storedFor('src/server.ts', (text) => text.includes('"state":"accepted"'));
    const hosts = await extensionHostsOf(workbench().server);
    assert.ok(hosts.length > 0);
    for (const pid of hosts) process.kill(pid, 'SIGKILL');
    await waitUntil('the extension host to be gone', async () => {
      const alive = await extensionHostsOf(workbench().server);
      return hosts.some((pid) => alive.includes(pid)) ? undefined : true;
    });
    await reload('src/server.ts');
    const tab = await ComparisonTab.of(workbench(), 'Fix server.ts');
    await tab.waitUntilDone();
    await tab.waitForPressed(tab.accept(1, left), true);
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/1 hunk applied/);
  });

  it('can be reopened after the panel was closed, and forgotten from the list', async () => {
    const { quickInput, page } = workbench();
    const path = 'reports/best_sellers.py';
    const before = await compare(path, 'Fix best_sellers.py', await firstLineOf(path));
    await before.accept(1, right).click();
    await before.waitForPressed(before.accept(1, right), true);
    await closeTab('Fix best_sellers.py');
    await page
      .getByText(/The comparison is kept/)
      .first()
      .waitFor();
    const offered = await reopen(path, () => workbench().screenshot('reopen-comparison'));
    assert.match(offered, /reports\/best_sellers\.py/);
    assert.match(offered, /GPT-5\.5 · Claude Opus 4\.7/);
    assert.match(offered, /1 hunk accepted, not applied yet/);
    const tab = await ComparisonTab.of(workbench(), 'Fix best_sellers.py');
    await tab.waitForPressed(tab.accept(1, right), true);
    await tab.waitForText('The right reason.');

    const { id } = await storedFor(path, () => true);
    await waitForFocus(tab);
    await closeTab('Fix best_sellers.py');
    const row = quickInput.rows.filter({ hasText: path });
    await waitUntil('the comparison to be deleted', async () => {
      // What else takes the focus closes the list; then it is opened again.
      await workbench().run('Tiebreak: Reopen comparison…');
      try {
        await row.hover({ timeout: 3000 });
        await row.getByRole('button', { name: 'Delete this comparison' }).click({ timeout: 3000 });
        return true;
      } catch {
        return undefined;
      }
    });
    await row.waitFor({ state: 'detached' });
    await waitUntil('its file to be gone', async () =>
      (await storedFiles()).some((file) => file.includes(id)) ? undefined : true,
    );
    await page.keyboard.press('Escape');
  });

  it('has one panel for a comparison that was reopened before anybody looked at its tab', async () => {
    const { page } = workbench();
    const behind = 'src/receipt.ts';
    await compare(behind, 'Fix receipt.ts', await firstLineOf(behind));
    await storedFor(behind, (text) => text.includes('The right reason.'));
    await compare('src/format.ts', 'Fix format.ts', await firstLineOf('src/format.ts'));
    await reload('src/format.ts');
    await ComparisonTab.of(workbench(), 'Fix format.ts');
    await reopen(behind);
    await (await ComparisonTab.of(workbench(), 'Fix receipt.ts')).waitForText('The right reason.');
    const tabs = page.locator('.tab', { hasText: 'Fix receipt.ts' });
    await eventually(async () => assert.equal(await tabs.count(), 2));
    await tabs.first().click();
    await waitUntil('the tab of before to go', async () => ((await tabs.count()) === 1 ? true : undefined));
    const kept = await ComparisonTab.of(workbench(), 'Fix receipt.ts');
    await kept.waitForText('The right reason.');
    await waitForFocus(kept);
  });

  it('says so where it is no longer kept', async () => {
    const { page } = workbench();
    await compare('warehouse/search.go', 'Fix search.go', 'package warehouse\n');
    const { file, text } = await storedFor('warehouse/search.go', () => true);
    // As a disk that lost half of it would leave it.
    await reload('warehouse/search.go', () => writeFile(file, text.slice(0, text.length / 2)));
    const frame = await workbench().webview('Comparison');
    await frame.getByText('This comparison is no longer kept.').waitFor();
    await workbench().screenshot('no-longer-kept');
    await frame.getByRole('link', { name: 'Reopen another comparison…' }).click();
    await page.locator('.quick-input-widget, .notification-list-item').filter({ visible: true }).first().waitFor();
  });

  async function firstLineOf(path: string): Promise<string> {
    const text = await readFile(join(workbench().workspaceFolder, path), 'utf8');
    return text.slice(0, text.indexOf('\n') + 1);
  }
});
