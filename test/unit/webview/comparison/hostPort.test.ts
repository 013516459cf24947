import assert from 'node:assert/strict';
import { hostMessages, sender } from '../../../../src/webview/comparison/hostPort.ts';

const origin = 'vscode-webview://panel';
const good = { type: 'choices-changed', comparisonId: 'one', payload: {} };

function received(data: unknown, from = origin): readonly unknown[] {
  return hostMessages(new MessageEvent('message', { data, origin: from }), origin);
}

describe('hostMessages', () => {
  it('are all that the host posts together, in its order', () => {
    const other = { ...good, type: 'colours-changed' };
    assert.deepEqual(received([good, other]), [good, other]);
  });

  it('are nothing of another origin, unknown or misshapen', () => {
    assert.deepEqual(received([good], 'null'), []);
    assert.deepEqual(received([{ ...good, type: 'constructor' }, good]), [good]);
    assert.deepEqual(received([{ ...good, comparisonId: null }]), []);
    assert.deepEqual(received([{ ...good, payload: null }, null, 'choices-changed']), []);
    assert.deepEqual(received(good), []);
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
