import assert from 'node:assert/strict';
import { acceptHunk, type Choices, rejectHunk } from '../../../../src/core/diff/choices.ts';
import type { ConflictView, SideView } from '../../../../src/shared/comparisonView.ts';
import { summarizeChoices } from '../../../../src/webview/comparison/choiceSummary.ts';
import { nameHunks } from '../../../../src/webview/comparison/hunkNames.ts';
import { applyHostMessage, emptyPanelState } from '../../../../src/webview/comparison/panelState.ts';
import { englishTexts } from '../../../ui/englishTexts.ts';
import { leftDone, rightDone, viewOf } from '../../../ui/gallery/galleryTask.ts';

const hunks = { left: leftDone.hunks, right: rightDone.hunks };

function summary(choices: Choices, left: SideView = leftDone, right: SideView = rightDone) {
  const payload = { view: viewOf(left, right, { choices }) };
  const { view } = applyHostMessage(emptyPanelState, { type: 'view-replaced', comparisonId: 'gallery', payload });
  assert.ok(view);
  return summarizeChoices(view, nameHunks(view), englishTexts);
}

describe('summarizeChoices', () => {
  it('says from whom, and what was rejected by that', () => {
    assert.equal(
      summary(acceptHunk({}, 'left-1-1', hunks)).text,
      '1 hunk accepted, from GPT-5.5 · 1 overlapping hunk of Claude Opus 4.7 rejected by that',
    );
  });

  it('tells apart what came from either side', () => {
    const choices = acceptHunk(acceptHunk({}, 'left-1-1', hunks), 'right-1-2', hunks);
    assert.match(summary(choices).text, /^2 hunks accepted: 1 from GPT-5.5 and 1 from Claude Opus 4.7 · /);
  });

  it('counts a hunk that both have once', () => {
    const { text, accepted } = summary(acceptHunk({}, 'right-1-3', hunks));
    assert.equal(text, '1 hunk accepted, from Claude Opus 4.7');
    assert.equal(accepted, 1);
  });

  it('counts what was rejected outright', () => {
    assert.equal(summary(rejectHunk({}, 'right-1-2', hunks)).text, '1 hunk rejected');
  });

  it('counts what conflicts keep from being applied, until they are resolved', () => {
    const choices = acceptHunk(acceptHunk({}, 'left-1-1', hunks), 'right-1-2', hunks);
    const conflict: ConflictView = {
      hunkId: 'left-1-1',
      hunkIds: ['left-1-1'],
      side: 'left',
      path: 'src/basket.ts',
      line: 7,
      base: [],
      mine: [],
      theirs: [],
      resolution: null,
    };
    const counted = (resolution: ConflictView['resolution']) => {
      const payload = { view: viewOf(leftDone, rightDone, { choices, conflicts: [{ ...conflict, resolution }] }) };
      const { view } = applyHostMessage(emptyPanelState, { type: 'view-replaced', comparisonId: 'gallery', payload });
      assert.ok(view);
      const { accepted, applicable, openConflicts } = summarizeChoices(view, nameHunks(view), englishTexts);
      return { accepted, applicable, openConflicts };
    };
    assert.deepEqual(counted(null), { accepted: 2, applicable: 1, openConflicts: ['left-1-1'] });
    assert.deepEqual(counted('theirs'), { accepted: 2, applicable: 2, openConflicts: [] });
    assert.deepEqual(counted('mine'), { accepted: 2, applicable: 2, openConflicts: [] });
  });

  it('says why nothing can be accepted', () => {
    assert.equal(summary({}).text, 'Nothing accepted yet');
    const writing = { acceptable: false, status: 'writing' } as const;
    const failed = { acceptable: false, status: 'failed' } as const;
    assert.match(summary({}, { ...leftDone, ...writing }, { ...rightDone, ...failed }).text, /as soon as/);
    assert.equal(
      summary({}, { ...leftDone, ...failed }, { ...rightDone, ...failed }).text,
      'None of the hunks can be accepted',
    );
    assert.equal(summary({}, { ...leftDone, hunks: [] }, { ...rightDone, hunks: [] }).text, '');
  });
});
