import assert from 'node:assert/strict';
import { checkBaseUrl } from '../../../src/host/baseUrl.ts';

describe('checkBaseUrl', () => {
  it('takes the provider’s own address where nothing is set', () => {
    assert.deepEqual(checkBaseUrl('openai', ''), {
      kind: 'base-url',
      url: 'https://api.openai.com/v1',
      host: 'api.openai.com',
    });
    assert.deepEqual(checkBaseUrl('anthropic', '  '), {
      kind: 'base-url',
      url: 'https://api.anthropic.com',
      host: 'api.anthropic.com',
    });
  });

  const taken: readonly (readonly [value: string, url: string, host: string])[] = [
    ['https://gateway.example/openai/v1/', 'https://gateway.example/openai/v1', 'gateway.example'],
    ['https://gateway.example:8443', 'https://gateway.example:8443', 'gateway.example:8443'],
    ['https://gateway.example:443/v1', 'https://gateway.example/v1', 'gateway.example'],
    ['http://localhost:4000/v1', 'http://localhost:4000/v1', 'localhost:4000'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000', '127.0.0.1:4000'],
    ['http://127.9.9.9/', 'http://127.9.9.9', '127.9.9.9'],
    ['http://[::1]:4000', 'http://[::1]:4000', '[::1]:4000'],
    // WHATWG URL parsing makes 127.0.0.1 of both.
    ['http://2130706433', 'http://127.0.0.1', '127.0.0.1'],
    ['HTTP://LOCALHOST', 'http://localhost', 'localhost'],
  ];
  for (const [value, url, host] of taken) {
    it(`takes ${value}`, () => {
      assert.deepEqual(checkBaseUrl('openai', value), { kind: 'base-url', url, host });
    });
  }

  for (const value of [
    'http://api.openai.com/v1',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'http://0.0.0.0:4000',
    'http://[::ffff:192.0.2.1]',
    'ftp://localhost',
    'file:///etc/passwd',
    'https://user:password@gateway.example',
    'https://user@gateway.example',
    'https://gateway.example/?key=1',
    'https://gateway.example/#here',
    'gateway.example',
    'https://',
  ]) {
    it(`refuses ${value}`, () => {
      assert.equal(checkBaseUrl('anthropic', value).kind, 'setting-invalid');
    });
  }

  it('does not repeat the password of an address that it refuses', () => {
    const refused = checkBaseUrl('openai', 'https://user:secretword@gateway.example');
    assert.doesNotMatch(JSON.stringify(refused), /secretword/);
  });
});
