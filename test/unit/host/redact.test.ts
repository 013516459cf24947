import assert from 'node:assert/strict';
import { describeCause, redact } from '../../../src/host/redact.ts';

const key = 'quite+ordinary/words=that&are~a%key';

describe('redact', () => {
  it('hides a known secret as it is, in base64 and URL-encoded', () => {
    const bytes = Buffer.from(key);
    const forms = [key, bytes.toString('base64'), bytes.toString('base64url'), encodeURIComponent(key)];
    for (const form of forms) {
      const text = redact(`before ${form} after`, [key]);
      assert.ok(!text.includes(form), form);
      assert.match(text, /^before \[redacted\]=* after$/);
    }
  });

  it('hides every occurrence, and the longer of two secrets that begin alike', () => {
    assert.equal(redact('abcdefgh abcd abcdefgh', ['abcd', 'abcdefgh']), '[redacted] [redacted] [redacted]');
  });

  it('hides what only looks like a key', () => {
    for (const secret of [
      'sk-proj-4f9aK2LmNopq',
      'sk-ant-api03-abcDEF_123-xyz',
      'Bearer abc.def-ghi_jkl',
      'bearer abc.def-ghi_jkl',
      'x-api-key: 0123456789',
      '"api_key":"0123456789"',
      'Authorization=0123456789',
    ]) {
      const value = secret.split(/[ :="]+/).at(-1) || secret.split(/[ :="]+/).at(-2) || secret;
      assert.ok(!redact(`error: ${secret} was refused`, []).includes(value), secret);
    }
  });

  it('leaves ordinary text alone, words with sk- inside them included', () => {
    const text = 'The task-oriented api at host.example answered 401 (risk-averse).';
    assert.equal(redact(text, ['']), text);
  });
});

describe('describeCause', () => {
  it('tells an error and its causes without their stacks', () => {
    const inner = Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' });
    const outer = new TypeError('fetch failed', { cause: inner });
    assert.equal(describeCause(outer), 'TypeError: fetch failed\n  caused by Error: connect refused (ECONNREFUSED)');
  });

  it('comes to an end with errors that cause each other', () => {
    const one = new Error('one');
    one.cause = new Error('two', { cause: one });
    assert.equal(describeCause(one), 'Error: one\n  caused by Error: two');
  });

  it('tells no more than the type of a thrown object', () => {
    assert.equal(describeCause({ headers: { authorization: 'secret' } }), 'object');
  });
});
