import assert from 'node:assert/strict';
import { isHostMessage, sender } from '../../../../src/webview/comparison/hostPort.ts';

const origin = 'vscode-webview://panel';
const good = { type: 'choices-changed', comparisonId: 'one', payload: {} };

function received(data: unknown, from = origin): boolean {
  return isHostMessage(new MessageEvent('message', { data, origin: from }), origin);
}

describe('isHostMessage', () => {
  it('takes the host’s messages', () => {
    assert.equal(received(good), true);
  });

  it('takes nothing of another origin, unknown or misshapen', () => {
    assert.equal(received(good, 'null'), false);
    assert.equal(received({ ...good, type: 'constructor' }), false);
    assert.equal(received({ ...good, comparisonId: null }), false);
    assert.equal(received({ ...good, payload: null }), false);
    assert.equal(received('choices-changed'), false);
  });
});

describe('sender', () => {
  it('puts the comparison’s id on everything it posts', () => {
    const posted: unknown[] = [];
    let comparisonId: string | null = null;
    const api = { postMessage: (message: unknown) => posted.push(message), getState: () => null, setState: () => null };
    const send = sender(api, () => comparisonId);
    send('panel-ready', {});
    comparisonId = 'one';
    send('hunk-accepted', { hunkId: 'left-1-1' });
    assert.deepEqual(posted, [
      { type: 'panel-ready', comparisonId: null, payload: {} },
      { type: 'hunk-accepted', comparisonId: 'one', payload: { hunkId: 'left-1-1' } },
    ]);
  });
});
