import assert from 'node:assert/strict';
import { mkdir, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { answerReply } from '../wire/replies.ts';
import { conflicting, type ScreenAnswers, streaming } from './screens/screenAnswers.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';
import type { ThemeName } from './workbench/workbench.ts';

const spend = 'tiebreak.tiebreak.spend';
const themes: readonly ThemeName[] = ['light', 'dark', 'high-contrast-dark', 'high-contrast-light'];

// The answers' usage by the list: $0.03906 and $0.062019, and their caches saved $0.036 and $0.001591 of more than that.
const spent = '$0.1011';
const saved = '$0.0376';

/** Budgets of the day, in dollars, that this is half of, nearly all of, and more than. */
const marks = [
  { level: 'below', day: 0.2, kind: 'plain', text: /^\$0\.1011$/, used: '50% of today’s budget of $0.20 is used.' },
  {
    level: 'warning',
    day: 0.11,
    kind: 'warning',
    text: /\$0\.1011$/,
    used: 'Warning: 91% of today’s budget of $0.11 is used.',
  },
  {
    level: 'reached',
    day: 0.1,
    kind: 'error',
    text: /\$0\.1011$/,
    used: 'Budget reached: 101% of today’s budget of $0.10 is used.',
  },
] as const;

const noBudgets = { 'tiebreak.budget.day': 0, 'tiebreak.budget.month': 0 };

describe('The spend in the status bar', () => {
  const { workbench, wire } = useWiredWorkbench({ settings: { 'tiebreak.maxOutputTokens': 4000 } });

  const compare = async (path: string, { left, right }: ScreenAnswers): Promise<ComparisonTab> => {
    wire().reset();
    wire().order({ provider: 'openai', always: left });
    wire().order({ provider: 'anthropic', always: right });
    await workbench().editor.open(path);
    await workbench().run('Tiebreak: Compare fix with both models');
    return ComparisonTab.of(workbench(), `Fix ${path.split('/').at(-1)}`);
  };

  before(async function () {
    this.timeout(100_000);
    await storeKeys(workbench());
    const tab = await compare('src/basket.ts', conflicting);
    await tab.waitUntilDone();
  });

  it('tells today’s total, and nothing of budgets while there are none', async () => {
    const { statusBar } = workbench();
    await statusBar.waitForName(spend, `Tiebreak spend today: ${spent}`);
    assert.equal(await statusBar.text(spend), spent);
    assert.equal(await statusBar.kind(spend), 'plain');
    assert.doesNotMatch(await statusBar.hover(spend), /budget of|Budget\tUsed/);
    await statusBar.leave();
  });

  it('turns at a budget’s marks, by colour, icon and words, as soon as the budget is changed', async () => {
    const { statusBar } = workbench();
    for (const { day, kind, text, used } of marks) {
      await workbench().changeSettings({ 'tiebreak.budget.day': day });
      await statusBar.waitForName(spend, `Tiebreak spend today: ${spent}. ${used}`);
      assert.match(await statusBar.text(spend), text);
      assert.equal(await statusBar.kind(spend), kind);
      await eventually(async () =>
        assert.equal(await statusBar.item(spend).locator('.codicon-warning').count(), kind === 'warning' ? 1 : 0),
      );
      await eventually(async () =>
        assert.equal(await statusBar.item(spend).locator('.codicon-error').count(), kind === 'error' ? 1 : 0),
      );
    }
    await workbench().changeSettings({ 'tiebreak.budget.day': 0.2, 'tiebreak.budget.warnAt': 50 });
    await statusBar.waitForName(spend, /Warning: 50% of today’s budget/);
    await workbench().changeSettings({ 'tiebreak.budget.month': 0.1 });
    await statusBar.waitForName(spend, /Warning: .*today’s.*Budget reached: 101% of this month’s budget of \$0\.10/);
    assert.equal(await statusBar.kind(spend), 'error');
    await workbench().changeSettings({ ...noBudgets, 'tiebreak.budget.warnAt': 80 });
    await statusBar.waitForName(spend, `Tiebreak spend today: ${spent}`);
    assert.equal(await statusBar.kind(spend), 'plain');
  });

  it('tells it all in the hover, with links to what can be done', async () => {
    const { statusBar } = workbench();
    await workbench().changeSettings({ 'tiebreak.budget.day': 0.11, 'tiebreak.budget.month': 2 });
    await statusBar.waitForName(spend, /Warning: 91%/);
    const hover = await statusBar.hoverOf(spend);
    const text = (await hover.innerText()).replaceAll('\u00a0', ' ');
    for (const words of [
      'Today’s budget has passed its warning mark of 80%.',
      'gpt-5.5',
      'claude-opus-4-7',
      `Caching saved ${saved} today.`,
      '█████████░\t$0.10 of $0.11 (91%)',
      '█░░░░░░░░░\t$0.10 of $2.00 (5%)',
      'List prices of 20',
    ]) {
      assert.ok(text.includes(words), `${words} in ${text}`);
    }
    const links = hover.locator('a');
    assert.deepEqual(await links.evaluateAll((found) => found.map((link) => link.getAttribute('data-href'))), [
      'command:tiebreak.showSpend',
      'command:tiebreak.exportSpend',
      'command:workbench.action.openSettings?%5B%22tiebreak.budget%22%5D',
      'command:workbench.action.openSettings?%5B%22tiebreak.statusBar%22%5D',
    ]);
    await links.nth(2).click();
    await workbench().page.locator('.settings-editor').getByText('Budget: Day').first().waitFor();
    await workbench().run('View: Close Editor');
    await workbench().changeSettings(noBudgets);
  });

  it('shows the period that the person chooses, or nothing at all', async () => {
    const { statusBar } = workbench();
    for (const [period, words] of [
      ['session', 'this session'],
      ['month', 'this month'],
      ['workspace', 'in this workspace'],
    ] as const) {
      await workbench().changeSettings({ 'tiebreak.statusBar': period });
      await statusBar.waitForName(spend, `Tiebreak spend ${words}: ${spent}`);
    }
    assert.match(await statusBar.hover(spend), /This.workspace\t/);
    await statusBar.leave();
    await workbench().changeSettings({ 'tiebreak.statusBar': 'none' });
    await statusBar.item(spend).waitFor({ state: 'detached' });
    await workbench().changeSettings({ 'tiebreak.statusBar': 'today' });
    await statusBar.waitForName(spend, `Tiebreak spend today: ${spent}`);
  });

  for (const theme of themes) {
    it(`is there to be looked at at each level (${theme})`, async () => {
      const { statusBar } = workbench();
      await workbench().setTheme(theme);
      for (const { level, day, used } of marks) {
        await workbench().changeSettings({ 'tiebreak.budget.day': day, 'tiebreak.budget.month': 2 });
        await statusBar.waitForName(spend, new RegExp(used.replaceAll('$', '\\$')));
        await statusBar.leave();
        await workbench().screenshot(`status-bar-${level}.${theme}`);
        await statusBar.hover(spend);
        await workbench().screenshot(`status-bar-hover-${level}.${theme}`);
        await statusBar.leave();
      }
    });
  }

  it('counts what is reserved for requests under way, and does not call them unknown', async () => {
    const { statusBar } = workbench();
    await workbench().changeSettings({ ...noBudgets, 'tiebreak.budget.day': 5 });
    const tab = await compare('src/server.ts', streaming);
    await tab.waitForStatus('GPT-5.5', /Writing/);
    await statusBar.waitForName(
      spend,
      /^Tiebreak spend today: \$0\.1011; 2 requests under way\. \d+% of today’s budget of \$5\.00 is used, \$0\.\d\d of it reserved\.$/,
    );
    const text = await statusBar.hover(spend);
    assert.equal(await statusBar.text(spend), '$0.1011, 2 under way');
    assert.match(text, /█▒*░+\t\$0\.\d\d of \$5\.00 \(\d+%\), \$0\.\d\d of it reserved/);
    await workbench().screenshot('status-bar-hover-reserved');
    await statusBar.leave();
    await tab.press('Cancel both');
    await statusBar.waitForName(spend, /2 requests of unknown cost, at most .*of it reserved/);
  });

  it('makes no link of a model’s name, whatever it is', async () => {
    const { statusBar } = workbench();
    const name = '[x](command:tiebreak.exportSpend)|<b>`https://e.example`\u202e';
    await workbench().changeSettings({ ...noBudgets, 'tiebreak.left.model': `openai/${name}` });
    await compare('src/shop.ts', { left: answerReply({ prose: 'So.' }), right: answerReply({ prose: 'So.' }) });
    const hover = await waitUntil('the model in the hover', async () => {
      const shown = await statusBar.hoverOf(spend);
      if ((await shown.innerText()).includes('<b>')) return shown;
      await statusBar.leave();
      return undefined;
    });
    const text = (await hover.innerText()).replaceAll('\u200b', '');
    assert.ok(text.includes('[x](command:tiebreak.exportSpend)|<b>`https://'), text);
    // What has no price is unknown, and so the way to the person's own prices is there, too.
    await eventually(async () => assert.equal(await hover.locator('a').count(), 5));
    assert.equal(await hover.locator('td b, td code, td img').count(), 0);
    await workbench().screenshot('status-bar-hover-hostile');
    await statusBar.leave();
    await workbench().changeSettings({ 'tiebreak.left.model': 'openai/gpt-5.5' });
  });

  it('says when the ledger cannot be read, and reads it again when that is asked for', async () => {
    const { server, statusBar } = workbench();
    const folder = join(server.dataFolder, 'data', 'User', 'globalStorage', 'tiebreak.tiebreak');
    const [ledger, aside] = [join(folder, 'ledger.sqlite'), join(folder, 'aside.sqlite')];
    await rename(ledger, aside);
    await mkdir(ledger);
    await statusBar.waitForName(
      spend,
      /^Tiebreak spend unknown. The spend ledger is unavailable .*Select to read it again$/,
    );
    assert.equal(await statusBar.kind(spend), 'warning');
    for (const theme of themes) {
      await workbench().setTheme(theme);
      assert.match(await statusBar.hover(spend), /nothing can be sent to a model/);
      await workbench().screenshot(`status-bar-hover-unavailable.${theme}`);
      await statusBar.leave();
    }
    await rmdir(ledger);
    await rename(aside, ledger);
    await statusBar.item(spend).click();
    await statusBar.waitForName(spend, /^Tiebreak spend today: \$0\.1/);
  });
});
