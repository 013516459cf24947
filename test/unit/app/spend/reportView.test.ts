import assert from 'node:assert/strict';
import type { SpendReport } from '../../../../src/app/archivePorts.ts';
import { type ReportSurroundings, reportView } from '../../../../src/app/spend/reportView.ts';
import { localDay } from '../../../../src/core/spend/localPeriods.ts';
import { spendRow } from '../../host/spend/spendFixture.ts';

const day = localDay(Date.UTC(2026, 10, 27, 12));
const before = localDay(day.start - 1);
const gpt = spendRow({ requests: 3, nanoDollars: 300, unknownRequests: 1, unknownUpperBound: 50 });
const opus = spendRow({ provider: 'anthropic', model: 'claude-opus-4-7', requests: 2, nanoDollars: 500 });
const scripted = spendRow({ scripted: true, requests: 7, nanoDollars: 7000 });
const workspace = { id: 'a', name: 'bookshop' };
const report: SpendReport = {
  period: { start: before.start, end: day.end },
  days: [{ ...day, rows: [gpt, opus, scripted] }],
  kinds: [
    { taskKind: 'ask', rows: [gpt, scripted] },
    { taskKind: 'fix', rows: [opus] },
  ],
  workspaces: [
    { workspace, rows: [gpt, opus] },
    { workspace: null, rows: [scripted] },
  ],
  models: [gpt, opus, scripted],
  accepted: [
    { provider: 'openai', model: 'gpt-5.5', scripted: true, hunks: 9, comparisons: 3 },
    { provider: 'openai', model: 'gpt-5.5', scripted: false, hunks: 4, comparisons: 2 },
  ],
};
const plain: ReportSurroundings = { scripted: false, budgets: [], priceNotes: ['Some list.'], outputPrice: () => null };

describe('reportView', () => {
  it('sums up what was real, and only counts what was scripted', () => {
    const view = reportView(report, plain);
    assert.deepEqual([view.total.requests, view.total.nanoDollars, view.total.unknownRequests], [5, 800, 1]);
    assert.equal(view.scriptedRequests, 7);
    assert.deepEqual(view.priceNotes, ['Some list.']);
    assert.deepEqual(
      view.models.map(({ model, acceptedHunks }) => [model, acceptedHunks]),
      [
        ['claude-opus-4-7', 0],
        ['gpt-5.5', 4],
      ],
      'the dearest first, each with its own changes',
    );
  });

  it('puts known money where its day is, and leaves days without any empty', () => {
    const { series, timeline } = reportView(report, plain);
    assert.deepEqual(
      series.map(({ model }) => model),
      ['gpt-5.5', 'claude-opus-4-7'],
    );
    assert.deepEqual(timeline, {
      unit: 'day',
      starts: [before.start, day.start],
      amounts: [
        [0, 300],
        [0, 500],
      ],
      unknownRequests: [0, 1],
    });
  });

  it('tells by kind and by workspace what each model cost, the dearest first', () => {
    const { kinds, workspaces } = reportView(report, plain);
    assert.deepEqual(
      kinds.map(({ taskKind, cells, total }) => [taskKind, total.requests, cells.map((cell) => cell.nanoDollars)]),
      [
        ['fix', 2, [0, 500]],
        ['ask', 3, [300, 0]],
      ],
    );
    assert.deepEqual(
      workspaces.map(({ workspaceId, name }) => [workspaceId, name]),
      [['a', 'bookshop']],
    );
  });

  it('shows scripted answers in rows of their own where they are wanted, in no sum', () => {
    const view = reportView(report, { ...plain, scripted: true });
    assert.equal(view.total.nanoDollars, 800);
    assert.deepEqual(
      view.models.map(({ model, scripted: isScripted, acceptedHunks }) => [model, isScripted, acceptedHunks]),
      [
        ['claude-opus-4-7', false, 0],
        ['gpt-5.5', false, 4],
        ['gpt-5.5', true, 9],
      ],
    );
    assert.deepEqual(
      view.kinds.map(({ taskKind, scripted: isScripted, total }) => [taskKind, isScripted, total.nanoDollars]),
      [
        ['fix', false, 500],
        ['ask', false, 300],
        ['ask', true, 7000],
      ],
    );
    assert.deepEqual(view.timeline.amounts, [
      [0, 300],
      [0, 500],
    ]);
    assert.equal(view.reading?.kind, 'too-few', 'nine scripted changes say nothing');
  });

  it('gives the five dearest models a series each, in an order of their own, and sums the rest up', () => {
    const names = ['f', 'e', 'd', 'c', 'b', 'a', 'g'];
    const models = names.map((model, place) => spendRow({ model, nanoDollars: 100 - place, requests: 1 }));
    const view = reportView({ ...report, models, days: [{ ...day, rows: models }] }, plain);
    assert.deepEqual(
      view.series.map(({ model }) => model),
      ['b', 'c', 'd', 'e', 'f'],
    );
    assert.equal(view.hasOthers, true);
    assert.deepEqual(
      view.timeline.amounts.map((ofModel) => ofModel[1]),
      [96, 97, 98, 99, 100, 95 + 94],
    );
  });
});
