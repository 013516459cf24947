import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { SpendTotals } from '../../../../src/app/ledgerPorts.ts';
import { noOwnPrices, readOwnPrices } from '../../../../src/core/spend/ownPrices.ts';
import { priceData } from '../../../../src/core/spend/priceData.ts';
import type { PricesInUse } from '../../../../src/host/spend/priceNotes.ts';
import { spendTable } from '../../../../src/host/spend/spendTable.ts';
import { english, spendRow } from './spendFixture.ts';

const listed: PricesInUse = { listDate: priceData.publishedOn, own: noOwnPrices };

/** The cells of the table as a person sees them, row by row, and the paragraphs around it. */
function shown(periods: Pick<SpendTotals, 'session' | 'today' | 'month'>, prices: PricesInUse = listed) {
  const html = new MarkdownIt().render(spendTable({ ...periods, workspace: [], asOf: 0 }, prices, 'en', english));
  const plain = (text: string) =>
    text
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('\u00a0', ' ')
      .trim();
  const rows = [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map((row) =>
    [...(row[1] ?? '').matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map((cell) => plain(cell[1] ?? '')),
  );
  const paragraphs = [...html.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((paragraph) => plain(paragraph[1] ?? ''));
  return { html, rows, paragraphs };
}

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

  it('shows an unknown cost as unknown with its bound, never as zero, and says what that means', () => {
    const lost = spendRow({ nanoDollars: 0, unknownRequests: 1, unknownUpperBound: 120_000_000 });
    const partly = spendRow({ requests: 3, unknownRequests: 1, unknownUpperBound: null });
    const { rows, paragraphs } = shown({ session: [lost], today: [partly], month: [] });
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
    assert.match(paragraphs.join('\n'), /never counted as zero/);
  });

  it('puts scripted money in brackets and leaves it out of the sums', () => {
    const { rows, paragraphs } = shown({ session: [spendRow({ scripted: true })], today: [], month: [] });
    assert.deepEqual(
      rows.slice(1, 3).map((row) => [row[0], row[6]]),
      [
        ['This session', '$0.0000'],
        ['gpt-5.5 (scripted)', '($0.0421)'],
      ],
    );
    assert.match(paragraphs.join('\n'), /Nothing was spent on them/);
  });

  it('names the date of the prices, and explains only what is there', () => {
    const { paragraphs } = shown({ session: [], today: [], month: [] });
    assert.deepEqual(paragraphs, [
      'Tiebreak spend',
      'Uncached and cached are input tokens; reasoning is part of the output.',
      'List prices of 2026-09-23 (@pydantic/genai-prices 0.1.8).',
    ]);
  });

  it('says when the list was refreshed, and which models are counted by the person’s own prices', () => {
    const own = readOwnPrices({ 'openai/gpt-5*': { input: 0, output: 0 } });
    const periods = { session: [], today: [spendRow()], month: [spendRow(), spendRow({ model: 'other_model' })] };
    assert.deepEqual(shown(periods, { listDate: '2026-11-27', own }).paragraphs.slice(2), [
      'List prices of 2026-11-27 (@pydantic/genai-prices, refreshed).',
      'Your own prices, as they are now, count for gpt-5.5.',
    ]);
    const broken = shown(periods, { ...listed, own: readOwnPrices([]) }).paragraphs;
    assert.match(broken.at(-1) ?? '', /^Your own prices cannot be read, so nothing is sent/);
  });

  it('shows a model’s name as it is, whatever it holds', () => {
    const model = 'a|b `c` [d](https://e.example) ![f](g) **h** <i> https://j.example\n| k';
    const { html, rows } = shown({ session: [spendRow({ model })], today: [], month: [] });
    assert.equal(rows[2]?.[0], model.replaceAll('\n', ' '));
    assert.doesNotMatch(html, /<a |<img|<i>|<code>/);
  });
});
