import assert from 'node:assert/strict';
import type { SpendView } from '../../../../src/shared/spendView.ts';
import { createFormats } from '../../../../src/webview/spend/formats.ts';
import { outcomeOf } from '../../../../src/webview/spend/spokenOutcome.ts';
import { spendScenes } from '../../../ui/gallery/spendScenes.ts';

const formats = createFormats('en', 'UTC');
const outcome = (name: string, changes: Partial<SpendView> = {}) => {
  const view = spendScenes.find((scene) => scene.name === name)?.view;
  assert.ok(view !== undefined, name);
  return outcomeOf({ ...view, ...changes }, formats);
};

describe('outcomeOf', () => {
  it('says how many requests and how much money the person’s choice found', () => {
    assert.match(outcome('spend-month'), /^\d+ requests, \$24\.19( \+ unknown)?$/);
    assert.match(outcome('spend-one'), /^One request, \$0\.\d{4}$/);
    assert.equal(outcome('spend-unknown'), '4 requests, unknown');
  });

  it('says how many are listed where the list is filtered', () => {
    assert.match(outcome('spend-filtered-to-nothing'), /^\d+ requests, \$\d+\.\d\d; 0 listed$/);
  });

  it('says nothing of what is being read or failed', () => {
    for (const name of ['spend-loading', 'spend-unreadable', 'spend-empty']) assert.equal(outcome(name), '');
  });
});
