import assert from 'node:assert/strict';
import { firstFilters } from '../../../../src/app/spend/spendProjection.ts';
import { readSpendFilters, readSpendMessage } from '../../../../src/panel/spend/spendMessage.ts';

const now = Date.UTC(2026, 10, 27, 12);
const model = { provider: 'openai', model: 'gpt-5.5', scripted: false };

describe('readSpendMessage', () => {
  it('takes each message in its right shape', () => {
    for (const [type, payload] of [
      ['panel-ready', {}],
      ['filters-changed', { filters: firstFilters }],
      ['page-asked', {}],
      ['raw-asked', { requestId: 'one' }],
      ['report-asked', {}],
      ['action-chosen', { action: 'export' }],
      ['action-chosen', { action: 'accept-loss' }],
    ] as const) {
      assert.deepEqual(readSpendMessage({ type, payload }, now), { type, payload });
    }
  });

  it('drops what is no message, has no right shape or is too long', () => {
    for (const data of [
      null,
      'panel-ready',
      [],
      { type: 'panel-ready' },
      { type: 'constructor', payload: {} },
      { type: 'filters-changed', payload: {} },
      { type: 'raw-asked', payload: { requestId: 7 } },
      { type: 'raw-asked', payload: { requestId: 'x'.repeat(201) } },
      { type: 'action-chosen', payload: { action: 'workbench.action.quit' } },
      { type: 'action-chosen', payload: { action: 'toString' } },
    ]) {
      assert.equal(readSpendMessage(data, now), null, JSON.stringify(data));
    }
  });
});

describe('readSpendFilters', () => {
  it('reads whole filters, and nothing beside them', () => {
    const whole = {
      period: { kind: 'custom', from: '2026-01-01', to: '2026-02-01' },
      scripted: true,
      model,
      taskKind: 'fix',
      workspaceId: '',
      outcome: 'open',
    };
    assert.deepEqual(readSpendFilters({ ...whole, model: { ...model, extra: 1 }, extra: 1 }, now), whole);
  });

  it('reads nothing where a part is missing or wrong', () => {
    for (const change of [
      { period: { kind: 'for-ever' } },
      { period: { kind: 'custom', from: '2026-01-01' } },
      { period: { kind: 'custom', from: '0002-01-01', to: '2026-01-01' } },
      { period: { kind: 'custom', from: '2026-01-01', to: '2126-01-01' } },
      { period: { kind: 'custom', from: '2026-01-01T00:00:00Z', to: '2026-01-01' } },
      { scripted: 'yes' },
      { model: 'gpt-5.5' },
      { model: { ...model, provider: 'somebody' } },
      { model: { ...model, model: 'x'.repeat(201) } },
      { taskKind: 'poem' },
      { workspaceId: 1 },
      { outcome: 'unknown' },
      { outcome: undefined },
    ]) {
      assert.equal(readSpendFilters({ ...firstFilters, ...change }, now), null, JSON.stringify(change));
    }
  });
});
