import assert from 'node:assert/strict';
import type { SpendTotals, TotalsRow } from '../../../../src/app/ledgerPorts.ts';
import { spendTable } from '../../../../src/host/spend/spendTable.ts';
import { shownMarkdown } from './shownMarkdown.ts';
import { english, spendRow, spendTotals } from './spendFixture.ts';

const shown = (periods: Partial<SpendTotals>) =>
  shownMarkdown(spendTable(spendTotals(periods), ['session', 'today', 'month'], 'en', english));

describe('spendTable', () => {
  it('tells requests, tokens and money by model for the session, today and the month', () => {
    const opus = spendRow({
      provider: 'anthropic',
      model: 'claude-opus-4-7',
      requests: 12,
      nanoDollars: 11_000_000_000,
    });
    const { rows } = shown({ session: [], today: [spendRow()], month: [opus, spendRow()] });
    assert.deepEqual(rows, [
      ['Model', 'Requests', 'Uncached', 'Cached', 'Output', 'Reasoning', 'Cost'],
      ['This session', '', '', '', '', '', '$0.0000'],
      ['Today', '', '', '', '', '', '$0.0421'],
      ['gpt-5.5', '1', '1,234', '800', '700', '300', '$0.0421'],
      ['This month', '', '', '', '', '', '$11.04'],
      ['claude-opus-4-7', '12', '1,234', '800', '700', '300', '$11.00'],
      ['gpt-5.5', '1', '1,234', '800', '700', '300', '$0.0421'],
    ]);
  });

  it('shows an unknown cost as unknown with its bound, never as zero', () => {
    const lost = spendRow({ nanoDollars: 0, unknownRequests: 1, unknownUpperBound: 120_000_000 });
    const partly = spendRow({ requests: 3, unknownRequests: 1, unknownUpperBound: null });
    const { rows } = shown({ session: [lost], today: [partly], month: [] });
    assert.deepEqual(
      rows.slice(1).map((row) => [row[0], row[1], row[6]]),
      [
        ['This session', '', 'unknown'],
        ['gpt-5.5', '1', 'unknown'],
        ['unknown, at most', '1', '$0.12'],
        ['Today', '', '$0.0421 + unknown'],
        ['gpt-5.5', '3', '$0.0421 + unknown'],
        ['unknown', '1', 'without a bound'],
        ['This month', '', '$0.0000'],
      ],
    );
  });

  it('says under way where a cost is about to be known, never zero', () => {
    const running = spendRow({ nanoDollars: 0, requests: 2, runningRequests: 2 });
    const partly = spendRow({ requests: 3, runningRequests: 2 });
    const { rows } = shown({ session: [running], today: [partly], month: [] });
    assert.deepEqual(
      rows.slice(1).map((row) => [row[0], row[1], row[6]]),
      [
        ['This session', '', 'under way'],
        ['gpt-5.5', '2', 'under way'],
        ['Today', '', '$0.0421, 2 under way'],
        ['gpt-5.5', '3', '$0.0421, 2 under way'],
        ['This month', '', '$0.0000'],
      ],
    );
  });

  it('keeps together what is one phrase, where the column is too narrow for all', () => {
    const costOf = (changes: Partial<TotalsRow>) =>
      spendTable(spendTotals({ today: [spendRow(changes)] }), ['today'], 'en', english);
    assert.ok(costOf({ requests: 3, runningRequests: 2 }).includes('0421, 2\u00a0under\u00a0way |'));
    assert.ok(costOf({ requests: 3, unknownRequests: 2 }).includes('0421 \\+\u00a0unknown |'));
  });

  it('puts scripted money in brackets and leaves it out of the sums', () => {
    const { rows } = shown({ session: [spendRow({ scripted: true })], today: [], month: [] });
    assert.deepEqual(
      rows.slice(1, 3).map((row) => [row[0], row[6]]),
      [
        ['This session', '$0.0000'],
        ['gpt-5.5 (scripted)', '($0.0421)'],
      ],
    );
  });

  it('shows the periods it is asked for, in their order', () => {
    const table = spendTable(spendTotals({ workspace: [spendRow()] }), ['workspace', 'today'], 'en', english);
    assert.deepEqual(
      shownMarkdown(table).rows.map(([name]) => name),
      ['Model', 'This workspace', 'gpt-5.5', 'Today'],
    );
  });

  it('writes numbers as the person’s language does, in cells that stay whole', () => {
    const row = spendRow({ nanoDollars: 1_234_560_000_000 });
    const cells = shownMarkdown(spendTable(spendTotals({ today: [row] }), ['today'], 'de', english)).rows[2];
    assert.deepEqual(cells, ['gpt-5.5', '1', '1.234', '800', '700', '300', '1.234,56 $']);
  });
});
