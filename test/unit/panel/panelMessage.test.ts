import assert from 'node:assert/strict';
import { readPanelMessage } from '../../../src/panel/panelMessage.ts';

const read = (type: unknown, payload: unknown, comparisonId: unknown = 'one') =>
  readPanelMessage({ type, comparisonId, payload }, 'one');

describe('readPanelMessage', () => {
  it('takes each message in its right shape', () => {
    for (const [type, payload] of [
      ['panel-ready', {}],
      ['hunk-accepted', { hunkId: 'left-1-1' }],
      ['hunk-rejected', { hunkId: 'left-1-1' }],
      ['hunk-reopened', { hunkId: 'left-1-1' }],
      ['side-accepted', { side: 'right' }],
      ['choice-undone', {}],
      ['accepted-applied', {}],
      ['comparison-declined', {}],
      ['answer-cancelled', { side: null }],
      ['answer-asked-again', { side: 'left' }],
      ['follow-up-asked', { side: null, instruction: 'Keep the loop' }],
      ['conflict-resolved', { hunkId: 'left-1-1', take: 'mine' }],
      ['conflict-resolved', { hunkId: 'left-1-1', take: null }],
      ['inline-review-started', { side: 'left' }],
      ['diff-editor-opened', { side: 'right', hunkId: null }],
      ['diff-editor-opened', { side: 'right', hunkId: 'right-1-1' }],
      ['piece-toggled', { pieceId: 'p1', included: false }],
      ['images-asked', {}],
      [
        'images-offered',
        {
          files: [
            { name: 'shot.png', data: 'iVBORw0KGgo=' },
            { name: 'huge.png', fault: 'too-many-bytes' },
            { name: 'folder', fault: 'unreadable' },
          ],
        },
      ],
      ['image-drawn', { jobId: 'j1', data: 'iVBORw0KGgo=' }],
      ['image-drawn', { jobId: 'j1', data: null }],
      ['request-sent', {}],
      ['count-asked', {}],
      ['action-chosen', { side: null, action: 'copy-patch' }],
      ['action-chosen', { side: 'left', action: 'allow-over-budget' }],
      ['action-chosen', { side: 'left', action: 'change-budget' }],
      ['link-opened', { address: 'https://example.com/' }],
    ] as const) {
      assert.deepEqual(read(type, payload), { type, comparisonId: 'one', payload }, type);
    }
  });

  it('drops what is of the wrong shape', () => {
    assert.equal(read('hunk-accepted', {}), null);
    assert.equal(read('hunk-accepted', { hunkId: 7 }), null);
    assert.equal(read('side-accepted', { side: null }), null);
    assert.equal(read('piece-toggled', { pieceId: 'p1', included: 'yes' }), null);
    assert.equal(read('action-chosen', { side: null, action: 'toString' }), null);
    assert.equal(read('conflict-resolved', { hunkId: 'left-1-1', take: 'base' }), null);
    assert.equal(read('conflict-resolved', { take: 'mine' }), null);
    assert.equal(read('inline-review-started', { side: null }), null);
    assert.equal(read('diff-editor-opened', { side: 'left' }), null);
    assert.equal(read('follow-up-asked', { instruction: 'Keep the loop' }), null);
    const good = { name: 'shot.png', data: 'iVBORw0KGgo=' };
    assert.equal(read('images-offered', { files: [good, { name: 'shot.png' }] }), null);
    assert.equal(read('images-offered', { files: [{ name: 7, data: 'iVBORw0KGgo=' }] }), null);
    assert.equal(read('images-offered', { files: [{ name: 'shot.png', fault: 'damaged' }] }), null);
    assert.equal(read('images-offered', { files: Array(21).fill(good) }), null);
    assert.equal(read('images-offered', { files: good }), null);
    assert.equal(read('image-drawn', { jobId: 'j1', data: [1, 2] }), null);
    assert.equal(read('image-drawn', { jobId: 'j1', data: 'A'.repeat(27_962_032) }), null);
    assert.equal(read('hasOwnProperty', {}), null);
    assert.equal(read('panel-ready', null), null);
    assert.equal(readPanelMessage(null, 'one'), null);
  });

  it('takes a follow-up without the white space around it, and only one that says something', () => {
    const asked = (instruction: unknown) => read('follow-up-asked', { side: 'left', instruction })?.payload ?? null;
    assert.deepEqual(asked('  Keep\nthe loop \n'), { side: 'left', instruction: 'Keep\nthe loop' });
    assert.deepEqual(asked(`${' '.repeat(100)}${'x'.repeat(8000)}`), { side: 'left', instruction: 'x'.repeat(8000) });
    assert.equal(asked('x'.repeat(8001)), null);
    assert.equal(asked(' \n\t'), null);
    assert.equal(asked(7), null);
  });

  it('drops what is too long to be honest', () => {
    assert.equal(read('hunk-accepted', { hunkId: 'x'.repeat(201) }), null);
    assert.equal(read('link-opened', { address: `https://${'x'.repeat(4096)}` }), null);
  });

  it('drops what belongs to another comparison', () => {
    assert.equal(read('hunk-accepted', { hunkId: 'left-1-1' }, 'two'), null);
    assert.equal(read('hunk-accepted', { hunkId: 'left-1-1' }, null), null);
    assert.equal(read('panel-ready', {}, 'two'), null);
  });

  it('takes a panel’s first word, which cannot name the comparison yet', () => {
    assert.deepEqual(read('panel-ready', {}, null), { type: 'panel-ready', comparisonId: 'one', payload: {} });
  });

  it('hands on nothing but what the message is made of', () => {
    assert.deepEqual(read('hunk-accepted', { hunkId: 'left-1-1', path: '/etc/passwd' })?.payload, {
      hunkId: 'left-1-1',
    });
  });
});
