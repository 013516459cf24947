import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileEdit } from '../../src/core/edits/toolCall.ts';
import { answerReply } from '../wire/replies.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, testKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

interface LanguageCase {
  readonly path: string;
  readonly tab: string;
  readonly before: string;
  readonly left: string;
  readonly right: string;
}

const cases: readonly LanguageCase[] = [
  {
    path: 'src/basket.ts',
    tab: 'Fix basket.ts',
    before: '  let sum = 0;\n',
    left: '  let sum = 1;\n',
    right: '  let sum = 2;\n',
  },
  {
    path: 'reports/best_sellers.py',
    tab: 'Fix best_sellers.py',
    before: 'from collections import Counter\n',
    left: 'from collections import Counter as Left\n',
    right: 'from collections import Counter as Right\n',
  },
  {
    path: 'warehouse/search.go',
    tab: 'Fix search.go',
    before: 'package warehouse\n',
    left: 'package left\n',
    right: 'package right\n',
  },
];

const replacing = (path: string, oldText: string, newText: string): FileEdit => ({
  kind: 'replace',
  path,
  oldText,
  newText,
});
const patching = (path: string, oldText: string, newText: string): FileEdit => ({
  kind: 'patch',
  path,
  diff: `@@\n-${oldText}+${newText}`,
});

// Each test asks about a file of its own, so that no two panels bear the same title.
describe('Real models, with a wire server in place of both providers', () => {
  const { workbench, wire } = useWiredWorkbench();

  it('asks for the missing keys at the moment they are needed, and offers ways to do without', async () => {
    const { editor, quickInput } = workbench();
    await editor.open('src/reservations.ts');
    await workbench().run('Tiebreak: Compare fix with both models');
    const offered = await waitUntil('the question for keys', async () => {
      const text = await quickInput.text();
      return text.includes('API key') ? text : undefined;
    });
    assert.match(offered, /Try it with scripted answers/);
    assert.match(offered, /Choose another model/);
    await quickInput.dismiss();
    // Nothing was sent, and the draft is kept.
    const tab = await ComparisonTab.of(workbench(), 'Fix reservations.ts');
    await tab.button('Send to both models').waitFor();
    assert.equal(wire().requests.length, 0);
    await storeKeys(workbench());
    await tab.press('Send to both models');
    await waitUntil('both requests', async () => (wire().requests.length === 2 ? true : undefined));
    const [openai, anthropic] = ['openai', 'anthropic'].map((name) =>
      wire().requests.find(({ provider }) => provider === name),
    );
    assert.equal(openai?.headers.authorization, `Bearer ${testKeys.openai}`);
    assert.equal(anthropic?.headers.authorization, `Bearer ${testKeys.anthropic}`);
    assert.equal(openai?.body.model, 'gpt-5.5');
    assert.equal(anthropic?.body.model, 'claude-opus-4-7');
  });

  for (const { path, tab: title, before: oldText, left, right } of cases) {
    it(`lands an edit of either model in ${path}`, async () => {
      const { editor } = workbench();
      wire().reset();
      wire().order({
        provider: 'openai',
        always: answerReply({ prose: 'The **left** reason.', edits: [patching(path, oldText, left)] }),
      });
      wire().order({
        provider: 'anthropic',
        always: answerReply({ thinking: 'hm', prose: 'The `right` reason.', edits: [replacing(path, oldText, right)] }),
      });
      await editor.open(path);
      await workbench().run('View: Close Other Editors in Group');
      const seen = wire().requests.length;
      await editor.chooseFromContextMenu('Compare fix with both models');
      await waitUntil('both requests', async () => (wire().requests.length === seen + 2 ? true : undefined));
      const tab = await ComparisonTab.of(workbench(), title);
      await tab.waitUntilDone();
      await tab.main.getByText('left', { exact: true }).first().waitFor();
      await tab.main.getByText('right', { exact: true }).first().waitFor();
      await tab.accept(1, 'Claude Opus 4.7').click();
      await tab.press('Apply accepted hunks');
      await editor.waitForText(right.trimEnd());
      await editor.undo();
      await editor.waitForText(oldText.trimEnd());
    });
  }

  it('never overwrites what was typed meanwhile: lands what fits, says what does not', async () => {
    const { editor } = workbench();
    const path = 'src/server.ts';
    const text = await readFile(join(workbench().workspaceFolder, path), 'utf8');
    const lines = text.split('\n');
    const [first, last] = [lines[0] ?? '', lines.findLast((line) => line.trim() === '}') ?? ''];
    assert.ok(first !== '' && last !== '');
    wire().reset();
    wire().order({
      provider: 'openai',
      always: answerReply({
        prose: 'Two changes.',
        edits: [
          { kind: 'patch', path, diff: `@@\n-${first}\n+// changed by the model\n+${first}\n` },
          { kind: 'patch', path, diff: `@@\n ${lines[1] ?? ''}\n-${lines[2] ?? ''}\n+// second change\n` },
        ],
      }),
    });
    wire().order({ provider: 'anthropic', always: answerReply({ prose: 'No.' }) });
    await editor.open(path);
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix server.ts');
    await tab.waitForStatus('GPT-5.5', /Done/);
    await tab.press('Accept all from GPT-5.5');
    await editor.setCursor({ line: 3, column: 1 });
    await editor.type('// mine ');
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/1 place meets your own changes/);
    await editor.waitForText('// changed by the model');
    const shown = await editor.visibleText();
    assert.ok(shown.includes('// mine '), shown);
    assert.ok(!shown.includes('// second change'), shown);

    await tab.press('Take GPT-5.5’s lines');
    await tab.press('Apply accepted hunks');
    await tab.waitForText(/applied\. One Undo/);
    await editor.waitForText('// second change');
    assert.ok(!(await editor.visibleText()).includes('// mine '));
  });

  it('cancels one side while it streams, leaves the other alone, and asks it again', async () => {
    const { editor, statusBar } = workbench();
    const slow = answerReply({ prose: 'word '.repeat(4000) }, { eventsPerSecond: 50 });
    wire().reset();
    wire().order({ provider: 'openai', next: [slow], always: answerReply({ prose: 'The second asking.' }) });
    wire().order({ provider: 'anthropic', always: slow });
    await editor.open('src/shop.ts');
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix shop.ts');
    await tab.waitForStatus('GPT-5.5', /Writing/);
    await tab.waitForStatus('Claude Opus 4.7', /Writing/);
    await tab.press('Cancel GPT-5.5');
    await tab.waitForStatus('GPT-5.5', /Cancelled/);
    await eventually(async () => assert.match(await tab.status('Claude Opus 4.7').first().innerText(), /Writing/));
    // What it cost is not known, which is never shown as nothing.
    await eventually(async () => assert.match(await tab.region('GPT-5.5').innerText(), /unknown, at most \$\d/));
    await statusBar.waitForText('tiebreak.tiebreak.spend', /unknown/);
    await tab.press('Ask GPT-5.5 again');
    await tab.waitForText('The second asking.');
    await workbench().run('Tiebreak: Cancel the comparison');
    await tab.waitForStatus('Claude Opus 4.7', /Cancelled/);
  });

  it('shows what was cached and reasoned, and costs it right', async () => {
    const { editor } = workbench();
    wire().reset();
    wire().order({
      provider: 'openai',
      always: answerReply({
        prose: 'Fine as it is.',
        usage: {
          input_tokens: 12_000,
          input_tokens_details: { cached_tokens: 8000 },
          output_tokens: 500,
          output_tokens_details: { reasoning_tokens: 120 },
          total_tokens: 12_500,
        },
      }),
    });
    wire().order({ provider: 'anthropic', always: answerReply({ prose: 'Fine.' }) });
    await editor.open('tsconfig.json');
    await editor.chooseFromContextMenu('Compare fix with both models');
    const tab = await ComparisonTab.of(workbench(), 'Fix tsconfig.json');
    // 4,000 × $5 + 8,000 × $0.50 + 500 × $30 a million.
    await tab.region('GPT-5.5').getByText('$0.0390', { exact: true }).first().waitFor();
    const figures = await tab.region('GPT-5.5').innerText();
    for (const figure of ['4.0k', '8.0k', '500', '120']) assert.ok(figures.includes(figure), `${figure} in ${figures}`);
  });

  it('leaves no key, prompt or code in any log', async () => {
    const { server } = workbench();
    const files = await readdir(server.dataFolder, { recursive: true, withFileTypes: true });
    const logs = files.filter((file) => file.isFile() && file.name.endsWith('.log'));
    assert.ok(logs.length > 0);
    for (const log of logs) {
      const text = await readFile(join(log.parentPath, log.name), 'utf8');
      for (const secret of [testKeys.openai, testKeys.anthropic, 'basketTotal', 'careful senior engineer']) {
        assert.ok(!text.includes(secret), `${secret} in ${log.name}`);
      }
    }
  });
});
