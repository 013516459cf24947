import assert from 'node:assert/strict';
import { firstFilters } from '../../../../src/app/spend/spendProjection.ts';
import type { SpendFilters } from '../../../../src/shared/spendView.ts';
import {
  applyDashboardEvent,
  type DashboardEvent,
  emptyDashboardState,
  isBehind,
  isListBehind,
} from '../../../../src/webview/spend/dashboardState.ts';
import { picturedRequest } from '../../../ui/gallery/spendRequests.ts';
import { spendScenes } from '../../../ui/gallery/spendScenes.ts';

const view = spendScenes.find(({ name }) => name === 'spend-month')?.view;
assert.ok(view !== undefined);
const failed: SpendFilters = { ...firstFilters, outcome: 'failed' };
const stateAfter = (...events: readonly DashboardEvent[]) => events.reduce(applyDashboardEvent, emptyDashboardState);
const replaced = { type: 'view-replaced', payload: { view } } as const;
const chosen = { type: 'filters-chosen', filters: failed } as const;
const noRows = { kind: 'told', rows: [], hasMore: false } as const;

describe('applyDashboardEvent', () => {
  it('shows nothing before the first view, and then the filters of the host', () => {
    const early = stateAfter({ type: 'requests-changed', payload: { filters: firstFilters, requests: noRows } });
    assert.deepEqual(early, emptyDashboardState);
    assert.equal(stateAfter(replaced).filters, view.filters);
  });

  it('is behind from a choice on until the sums for it came, and keeps showing the earlier ones meanwhile', () => {
    const waiting = stateAfter(replaced, chosen);
    assert.equal(isBehind(waiting), true);
    assert.equal(waiting.view?.report, view.report);
    const report = { kind: 'empty' } as const;
    const late = applyDashboardEvent(waiting, { type: 'report-changed', payload: { filters: firstFilters, report } });
    assert.equal(late, waiting, 'what was left again is not shown');
    const there = applyDashboardEvent(waiting, {
      type: 'report-changed',
      payload: { filters: structuredClone(failed), report },
    });
    assert.equal(isBehind(there), false);
    assert.equal(there.view?.report, report);
  });

  it('takes the list for behind until it came, too, which is after the sums', () => {
    const { report } = view;
    const summed = stateAfter(replaced, chosen, { type: 'report-changed', payload: { filters: failed, report } });
    assert.deepEqual([isBehind(summed), isListBehind(summed)], [false, true]);
    const listed = { type: 'requests-changed', payload: { filters: failed, requests: noRows } } as const;
    assert.equal(isListBehind(applyDashboardEvent(summed, listed)), false);
    assert.equal(isListBehind(applyDashboardEvent(summed, replaced)), false, 'the host refused the choice');
  });

  it('puts the next page behind the rows that are shown', () => {
    const state = stateAfter(replaced, {
      type: 'requests-added',
      payload: { filters: firstFilters, rows: [picturedRequest(99)], hasMore: false },
    });
    const requests = state.view?.requests;
    assert.ok(requests?.kind === 'told' && view.requests.kind === 'told');
    assert.equal(requests.rows.length, view.requests.rows.length + 1);
    assert.equal(requests.hasMore, false);
  });

  it('keeps what it was told of single requests over a whole new view', () => {
    const raw = { kind: 'told', json: '{}' } as const;
    const state = stateAfter(replaced, { type: 'raw-told', payload: { requestId: 'one', raw } }, replaced);
    assert.equal(state.raw['one'], raw);
  });
});
