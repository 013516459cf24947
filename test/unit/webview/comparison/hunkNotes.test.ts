import assert from 'node:assert/strict';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import type { CareReason } from '../../../../src/core/diff/hunkCare.ts';
import { hunkNotes } from '../../../../src/webview/comparison/hunkNotes.ts';
import { englishTexts } from '../../../ui/englishTexts.ts';
import { leftDone } from '../../../ui/gallery/galleryTask.ts';

function notes(change: Partial<Hunk>, care: readonly CareReason[] = [], drifted = false) {
  const [first] = leftDone.hunks;
  assert.ok(first);
  return hunkNotes({ hunk: { ...first, ...change }, care }, drifted, englishTexts).map(({ text }) => text);
}

describe('hunkNotes', () => {
  it('are none for an ordinary hunk', () => {
    assert.deepEqual(notes({}), []);
  });

  it('name how a hunk found its place', () => {
    assert.deepEqual(notes({ tier: 'whitespace' }), ['placed although blanks at line ends differ']);
    const placed = (tier: Hunk['tier']) => notes({ tier }, ['loose-match']);
    assert.deepEqual(placed('indentation'), ['placed by indentation: look before you accept']);
    assert.deepEqual(placed('punctuation'), ['placed by punctuation: look before you accept']);
    assert.deepEqual(placed('fuzzy'), ['placed by a fuzzy match: look before you accept']);
  });

  it('say what else to know, what needs care first', () => {
    assert.deepEqual(notes({ edited: true }, ['hidden-characters', 'protected-file'], true), [
      'hidden characters',
      'protected file',
      'your code changed here since',
      'edited by you',
    ]);
  });
});
