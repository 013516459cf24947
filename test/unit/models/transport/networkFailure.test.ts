import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { networkFailure } from '../../../../src/models/transport/networkFailure.ts';

const host = 'api.example.com';
const coded = (code: string, message = code) => Object.assign(new Error(message), { code });
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause });
const kindOf = (error: unknown) => networkFailure(error, host, 'before-headers').kind;

describe('networkFailure', () => {
  it('tells TLS trouble by its code, in Node’s words and in Chromium’s', () => {
    for (const code of [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ]) {
      assert.deepEqual(networkFailure(fetchFailed(coded(code)), host, 'before-headers'), { kind: 'tls', host, code });
    }
    assert.deepEqual(networkFailure(new Error('net::ERR_CERT_AUTHORITY_INVALID'), host, 'before-headers'), {
      kind: 'tls',
      host,
      code: 'ERR_CERT_AUTHORITY_INVALID',
    });
  });

  it('tells a proxy that wants a password, or cannot be reached', () => {
    const tunnel = coded('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling');
    assert.deepEqual(networkFailure(fetchFailed(tunnel), host, 'before-headers'), { kind: 'proxy', host, status: 407 });
    assert.deepEqual(networkFailure(new Error('net::ERR_PROXY_CONNECTION_FAILED'), host, 'before-headers'), {
      kind: 'proxy',
      host,
      status: null,
    });
  });

  it('finds the code of whichever address was tried', () => {
    const both = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
    assert.deepEqual(networkFailure(fetchFailed(both), host, 'before-headers'), {
      kind: 'network-down',
      host,
      code: 'ECONNREFUSED',
    });
    assert.deepEqual(networkFailure(new Error('net::ERR_NAME_NOT_RESOLVED'), host, 'before-headers'), {
      kind: 'network-down',
      host,
      code: 'ERR_NAME_NOT_RESOLVED',
    });
  });

  it('tells a connection that broke from one that never stood', () => {
    assert.equal(kindOf(fetchFailed(coded('ECONNRESET'))), 'stream-broken');
    const handshake = coded(
      'ECONNRESET',
      'Client network socket disconnected before secure TLS connection was established',
    );
    assert.equal(kindOf(fetchFailed(handshake)), 'network-down');
    assert.equal(networkFailure(new TypeError('terminated'), host, 'in-body').kind, 'stream-broken');
  });

  it('knows Node’s own time limits', () => {
    assert.equal(kindOf(fetchFailed(coded('UND_ERR_HEADERS_TIMEOUT'))), 'timed-out');
    const body = networkFailure(new TypeError('terminated', { cause: coded('UND_ERR_BODY_TIMEOUT') }), host, 'in-body');
    assert.deepEqual(body, { kind: 'stalled', host, afterMs: 300_000 });
  });

  it('tells a body that cannot be decompressed', () => {
    const zipped = new TypeError('terminated', { cause: coded('Z_DATA_ERROR') });
    assert.equal(networkFailure(zipped, host, 'in-body').kind, 'protocol');
  });

  it('comes to an end with errors that cause themselves, and with what is no error', () => {
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    assert.equal(kindOf(loop), 'network-down');
    assert.equal(kindOf(undefined), 'network-down');
  });
});
