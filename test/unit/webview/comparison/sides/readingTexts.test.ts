import assert from 'node:assert/strict';
import type { Reading } from '../../../../../src/core/edits/toolCall.ts';
import {
  readingDetail,
  readingsSummary,
  readingText,
} from '../../../../../src/webview/comparison/sides/readingTexts.ts';
import { englishTexts } from '../../../../ui/englishTexts.ts';

function reading(request: Reading['request'], more: Partial<Reading> = {}): Reading {
  return { request, succeeded: true, lines: null, found: null, characters: 10, ...more };
}

const view = (path: string) => reading({ kind: 'view', path, lines: null });
const summary = (...readings: readonly Reading[]) => readingsSummary(readings, englishTexts, 'en');

describe('readingsSummary', () => {
  it('says in one line what was read', () => {
    const search = reading({ kind: 'search', text: 'x', path: null });
    assert.equal(summary(view('a.ts'), view('b.ts'), search), 'Read 2 files and searched once');
    assert.equal(
      summary(search, search, reading({ kind: 'list', path: null }), reading({ kind: 'diagnostics', path: 'a.ts' })),
      'Searched 2 times, listed files once and looked at the problems of 1 file',
    );
  });

  it('counts a file once, and what was turned down apart', () => {
    assert.equal(summary(view('a.ts'), view('a.ts')), 'Read 1 file');
    const refused = { ...view('.env'), succeeded: false };
    assert.equal(summary(view('a.ts'), refused), 'Read 1 file and was turned down once');
    assert.equal(summary(refused, refused), 'Was turned down 2 times');
  });
});

describe('readingText', () => {
  const text = (one: Reading) => readingText(one, englishTexts);

  it('names what was looked at', () => {
    assert.equal(text({ ...view('a.ts'), lines: [3, 40] }), 'a.ts, lines 3–40');
    assert.equal(text(reading({ kind: 'search', text: 'a(', path: 'src' })), 'Search for “a(” in src');
    assert.equal(text(reading({ kind: 'list', path: null })), 'Files of the workspace');
    assert.equal(text(reading({ kind: 'diagnostics', path: 'a.ts' })), 'Problems of a.ts');
  });

  it('hides no character of a path', () => {
    assert.equal(text(view('a\u202eb.ts')), 'a[U+202E]b.ts');
  });

  it('says what came of it', () => {
    const found = (count: number) => readingDetail({ ...view('a.ts'), found: count }, englishTexts);
    assert.deepEqual([found(0), found(1), found(12)], ['0 found', '1 found', '12 found']);
    assert.equal(readingDetail({ ...view('.env'), succeeded: false }, englishTexts), 'not shown to the model');
  });
});
