import assert from 'node:assert/strict';
import { acceptHunk, rejectHunk } from '../../../../src/core/diff/choices.ts';
import { groupName, nameHunks, tagOf } from '../../../../src/webview/comparison/hunkNames.ts';
import { englishTexts } from '../../../ui/englishTexts.ts';
import { leftDone, rightDone } from '../../../ui/gallery/galleryTask.ts';

const sides = { left: leftDone, right: rightDone };
const hunks = { left: leftDone.hunks, right: rightDone.hunks };
const names = nameHunks(sides);

function named(hunkId: string) {
  const found = names.get(hunkId);
  assert.ok(found);
  return found;
}

function tagText(hunkId: string, choices = {}) {
  const own = named(hunkId);
  return tagOf(own, names, choices, hunks[own.side === 'left' ? 'right' : 'left'], englishTexts)?.text ?? null;
}

describe('hunk names', () => {
  it('are what scripts and screen readers rely on', () => {
    assert.equal(groupName(named('left-1-1'), englishTexts), 'Hunk 1 of 2, src/basket.ts line 7');
    assert.equal(groupName(named('right-1-2'), englishTexts), 'Hunk 2 of 3, src/basket.ts line 19');
  });

  it('number hunks file by file and from top to bottom, whatever order they come in', () => {
    const shuffled = nameHunks({ ...sides, right: { ...rightDone, hunks: rightDone.hunks.toReversed() } });
    assert.deepEqual(
      ['right-1-1', 'right-1-2', 'right-1-3'].map((id) => shuffled.get(id)?.number),
      [1, 2, 3],
    );
  });
});

describe('tagOf', () => {
  it('says which hunks overlap, which say the same and which stand alone', () => {
    assert.equal(tagText('left-1-1'), 'overlaps Claude Opus 4.7’s hunk 1');
    assert.equal(tagText('right-1-3'), 'same as GPT-5.5’s hunk 2');
    assert.equal(tagText('right-1-2'), null);
  });

  it('says what a hunk gave way to', () => {
    assert.equal(tagText('right-1-1', acceptHunk({}, 'left-1-1', hunks)), 'gave way to GPT-5.5’s hunk 1');
  });

  it('does not say so of a hunk that was rejected along with its twin', () => {
    assert.equal(tagText('right-1-3', rejectHunk({}, 'left-1-2', hunks)), 'same as GPT-5.5’s hunk 2');
  });
});
