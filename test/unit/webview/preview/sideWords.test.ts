import assert from 'node:assert/strict';
import { previewTexts } from '../../../../src/panel/preview/previewTexts.ts';
import type { PageState, PreviewSideView } from '../../../../src/shared/previewView.ts';
import { lastingReason, placeholderOf, statusOf } from '../../../../src/webview/preview/sideWords.ts';

const texts = previewTexts({ t: (message) => message });
const absent = { kind: 'absent' } as const;
const faulty: PageState = { kind: 'faulty', fault: { message: 'Unexpected token', line: 3 }, component: null };
const page: PageState & { readonly kind: 'page' } = {
  kind: 'page',
  revision: 1,
  document: '',
  runsScripts: false,
  bytes: 0,
  leftOut: [],
  component: null,
  messages: [],
  fault: null,
  complete: true,
};

function view(changes: Partial<PreviewSideView>): PreviewSideView {
  return {
    side: 'left',
    label: 'GPT-5.5',
    underWay: false,
    status: 'done',
    unchanged: false,
    figures: { startedAt: null, endedAt: null, cost: { kind: 'exact', nanoDollars: 0 }, failureKind: null },
    noScripts: null,
    ownProps: null,
    page,
    ...changes,
  };
}

describe('the words of a side of the preview', () => {
  it('say how the answer ended, whatever there is of it', () => {
    const says = (changes: Partial<PreviewSideView>) => statusOf(view(changes), texts);
    assert.equal(says({}), 'Complete');
    assert.equal(says({ unchanged: true }), 'Leaves this file as it is');
    assert.equal(says({ status: 'failed', unchanged: true }), 'Failed');
    assert.equal(says({ status: 'cancelled' }), 'Cancelled');
    assert.equal(says({ page: faulty }), 'Has a mistake');
  });

  it('are the same all the while it is written, since they are read aloud', () => {
    const fault = { message: 'Unexpected token', line: 3 };
    const pages: readonly PageState[] = [{ kind: 'waiting' }, page, { ...page, revision: 2, fault }, faulty];
    const said = pages.map((shown) => statusOf(view({ underWay: true, status: 'writing', page: shown }), texts));
    assert.deepEqual(new Set(said), new Set(['Writing…']));
  });

  it('tell why there is no page', () => {
    const says = (status: PreviewSideView['status']) => placeholderOf(absent, view({ status, page: absent }), texts);
    assert.equal(says('done'), 'This answer has no such file.');
    assert.equal(says('failed'), 'This answer failed before there was a page. The comparison says why.');
    assert.equal(says('cancelled'), 'This answer was cancelled before there was a page.');
    assert.equal(placeholderOf({ kind: 'waiting' }, view({}), texts), 'Nothing to be seen has come yet.');
  });

  it('tell why scripts never run, and nothing where they do or soon can', () => {
    const says = (changes: Partial<PreviewSideView>) => lastingReason(view(changes), texts);
    assert.equal(says({ noScripts: 'untrusted' }), 'Scripts are never run in Restricted Mode.');
    assert.equal(says({ noScripts: 'under-way' }), null);
    assert.equal(says({ noScripts: 'no-scripts' }), null);
    assert.equal(says({ noScripts: 'untrusted', page: { ...page, runsScripts: true } }), null);
    assert.equal(says({ noScripts: 'untrusted', page: absent }), null);
  });
});
