import assert from 'node:assert/strict';
import { readOwnPrices } from '../../../../src/core/spend/ownPrices.ts';
import type { PricesInUse } from '../../../../src/host/spend/priceNotes.ts';
import type { SpendHover } from '../../../../src/host/spend/spendHover.ts';
import { hoverCommands, spendHover } from '../../../../src/host/spend/spendHover.ts';
import { shownMarkdown } from './shownMarkdown.ts';
import { budgetUse, english, listPrices, spendRow, spendTotals } from './spendFixture.ts';

function shown(changes: Partial<SpendHover> = {}) {
  const hover: SpendHover = {
    totals: spendTotals(),
    period: 'today',
    uses: [],
    warnShare: 0.8,
    prices: listPrices,
    ...changes,
  };
  return shownMarkdown(spendHover(hover, 'en', english));
}

const links = 'Show spend · Export… · Change budgets · Status bar shows today';

describe('spendHover', () => {
  it('names the date of the prices, and explains only what is there', () => {
    assert.deepEqual(shown().paragraphs, [
      'Tiebreak spend',
      'Uncached and cached are input tokens; reasoning is part of the output.\n' +
        'List prices of 2026-09-23 (@pydantic/genai-prices 0.1.8).',
      links,
    ]);
  });

  it('says when the list was refreshed, and which models are counted by the person’s own prices', () => {
    const own = readOwnPrices({ 'openai/gpt-5*': { input: 0, output: 0 } });
    const totals = spendTotals({ today: [spendRow()], month: [spendRow(), spendRow({ model: 'other_model' })] });
    const noted = (prices: PricesInUse) => shown({ totals, prices }).paragraphs.join('\n').split('\n');
    const refreshed = noted({ listDate: '2026-11-27', own });
    assert.ok(refreshed.includes('List prices of 2026-11-27 (@pydantic/genai-prices, refreshed).'));
    assert.ok(refreshed.includes('Your own prices, as they are now, count for gpt-5.5.'));
    const broken = noted({ ...listPrices, own: readOwnPrices([]) });
    assert.ok(broken.some((note) => note.startsWith('Your own prices cannot be read, so nothing is sent')));
  });

  it('links to what can be done, and to nothing but the commands it may run', () => {
    assert.deepEqual(shown().links, [
      { address: 'command:tiebreak.showSpend', text: 'Show spend' },
      { address: 'command:tiebreak.exportSpend', text: 'Export…' },
      { address: 'command:workbench.action.openSettings?%5B%22tiebreak.budget%22%5D', text: 'Change budgets' },
      {
        address: 'command:workbench.action.openSettings?%5B%22tiebreak.statusBar%22%5D',
        text: 'Status bar shows today',
      },
    ]);
    const linked = shown().links.map(({ address }) => address.replace(/^command:/, '').replace(/\?.*/, ''));
    assert.deepEqual(new Set(linked), new Set(hoverCommands));
  });

  it('says first that a mark is passed, and shows the budgets next', () => {
    const uses = [
      budgetUse({ settled: 4_500_000_000, level: 'warning' }),
      budgetUse({ period: 'month', budget: 50_000_000_000, settled: 4_500_000_000 }),
    ];
    const { paragraphs, rows } = shown({ uses });
    assert.equal(paragraphs[1], 'Today’s budget has passed its warning mark of 80%.');
    assert.deepEqual(rows.slice(0, 3), [
      ['Budget', '', 'Used'],
      ['Today', '█████████░', '$4.50 of $5.00 (90%)'],
      ['This month', '█░░░░░░░░░', '$4.50 of $50.00 (9%)'],
    ]);
  });

  it('tells what caching saved, or cost, in each period where it is not zero', () => {
    const totals = spendTotals({
      session: [spendRow({ cacheSavings: 0 })],
      today: [spendRow({ cacheSavings: -2_000_000 }), spendRow({ model: 'gpt-5.4', cacheSavings: 800_000 })],
      month: [spendRow({ cacheSavings: 12_300_000 }), spendRow({ scripted: true, cacheSavings: 70_000_000 })],
    });
    const text = shown({ totals }).paragraphs.join('\n');
    assert.match(text, /Caching cost \$0\.0012 more than it saved today\.\s+Caching saved \$0\.0123 this month\./);
    assert.doesNotMatch(text, /session\./);
  });

  it('has the workspace’s rows where the status bar shows its sum, and not elsewhere', () => {
    const totals = spendTotals({ workspace: [spendRow({ cacheSavings: 12_300_000 })] });
    assert.ok(!shown({ totals }).rows.some(([name]) => name === 'This workspace'));
    const { rows, paragraphs } = shown({ totals, period: 'workspace' });
    assert.deepEqual(rows.at(-2), ['This workspace', '', '', '', '', '', '$0.0421']);
    assert.equal(rows.at(-1)?.[0], 'gpt-5.5');
    assert.ok(paragraphs.includes('Caching saved $0.0123 in this workspace.'));
    assert.match(paragraphs.at(-1) ?? '', /Status bar shows this workspace$/);
  });

  it('explains what is unknown and what is scripted', () => {
    const totals = spendTotals({ today: [spendRow({ unknownRequests: 1 }), spendRow({ scripted: true })] });
    const text = shown({ totals }).paragraphs.join('\n');
    assert.match(text, /or of a model without a price\. They are never counted as zero\. Set your own prices/);
    assert.match(text, /Nothing was spent on them/);
    assert.deepEqual(shown({ totals }).links[0], {
      address: 'command:workbench.action.openSettings?%5B%22tiebreak.prices%22%5D',
      text: 'Set your own prices',
    });
  });
});

describe('A model’s name in the hover', () => {
  const names = [
    '[pay](command:tiebreak.exportSpend)',
    '[pay]: command:tiebreak.exportSpend',
    '<command:tiebreak.exportSpend>',
    'command:tiebreak.exportSpend',
    '![i](https://e.example/i.png)',
    'https://e.example/a?b=c#d',
    'www.e.example',
    'a@e.example',
    '`code` ``c',
    '**b** __u__ ~~s~~ ==m==',
    '<a href="command:tiebreak.exportSpend">x</a>',
    '&lt;i&gt; &#91;x&#93;(y)',
    '\\[x\\](y)',
    '$(error) $(warning)',
    'a|b||c|',
    '| --- | --- |',
    '# h > q - l 1. n',
    'x\\',
  ];
  for (const name of names) {
    it(`is shown as it is: ${name}`, () => {
      const { html, links: found, rows } = shown({ totals: spendTotals({ today: [spendRow({ model: name })] }) });
      assert.equal(rows[3]?.[0], name);
      assert.equal(rows[3]?.length, 7);
      assert.deepEqual(found, shown().links);
      assert.doesNotMatch(html, /<img|<code|<em|<s>|<h1|<blockquote|<ul|<ol/);
    });
  }

  const shownName = (model: string) => shown({ totals: spendTotals({ today: [spendRow({ model })] }) }).rows[3]?.[0];

  it('stays on one line', () => {
    assert.equal(shownName('a\r\n\n| b\tc'), 'a | b c');
    assert.equal(shownName('a\u2028b\u0085c'), 'a[U+2028]b[U+0085]c');
  });

  it('hides and reorders nothing', () => {
    assert.equal(shownName('gpt\u202e5.5\u202c'), 'gpt[U+202E]5.5[U+202C]');
    assert.equal(shownName('gpt\u200b-5\u0000'), 'gpt[U+200B]-5[U+0000]');
    assert.equal(shownName('\u2066x\u2069\ufeff'), '[U+2066]x[U+2069][U+FEFF]');
  });

  it('is cut where a table has no room for it, and not within a character', () => {
    assert.equal(shownName('m'.repeat(48)), 'm'.repeat(48));
    assert.equal(shownName('m'.repeat(49)), `${'m'.repeat(47)}…`);
    assert.equal(shownName('😀'.repeat(300)), `${'😀'.repeat(47)}…`);
    assert.equal(shownName('\u202e'.repeat(300))?.length, 48);
  });

  it('may go on in the next line where it is long, so that no column is pushed out of sight', () => {
    const hover = (model: string) => {
      const totals = spendTotals({ today: [spendRow({ model })] });
      return spendHover({ totals, period: 'today', uses: [], warnShare: 0.8, prices: listPrices }, 'en', english);
    };
    assert.ok(hover('m'.repeat(40)).includes(`| ${'m'.repeat(16)}\u200b${'m'.repeat(16)}\u200b${'m'.repeat(8)} |`));
    assert.ok(!hover('claude-opus-4-7').includes('\u200b'));
  });
});
