import assert from 'node:assert/strict';
import { spendHostMessage, spendSender } from '../../../../src/webview/spend/hostPort.ts';

const origin = 'vscode-webview://one';
const message = { type: 'raw-told', payload: { requestId: 'one', raw: { kind: 'told', json: null } } };
const event = (data: unknown, from = origin) => ({ data, origin: from }) as MessageEvent<unknown>;

describe('the port of the dashboard’s page', () => {
  it('listens to its own host’s messages, and to nothing else', () => {
    assert.equal(spendHostMessage(event(message), origin), message);
    assert.equal(spendHostMessage(event(message, 'https://example.org'), origin), null);
    for (const data of [null, 'raw-told', [], { type: 'raw-told' }, { type: 'view-removed', payload: {} }]) {
      assert.equal(spendHostMessage(event(data), origin), null, JSON.stringify(data));
    }
  });

  it('posts what the person wants as a name and its payload', () => {
    const posted: unknown[] = [];
    const api = { postMessage: (data: unknown) => posted.push(data), getState: () => null, setState: () => undefined };
    spendSender(api)('raw-asked', { requestId: 'one' });
    assert.deepEqual(posted, [{ type: 'raw-asked', payload: { requestId: 'one' } }]);
  });
});
