import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { providerMessage } from '../../../../src/models/transport/providerMessage.ts';

const key = 'proj/abc+1234567890==';

describe('providerMessage', () => {
  it('takes the key out in every form that it travels in', () => {
    const forms = [key, encodeURIComponent(key), btoa(key), `Bearer ${key}`];
    const message = providerMessage(forms.join(' and '), key);
    for (const form of forms) assert.ok(!message.includes(form), form);
  });

  it('takes out what looks like another key', () => {
    assert.equal(
      providerMessage('Incorrect API key provided: sk-ant-api03-AbCd***wxyz.', key),
      'Incorrect API key provided: sk-…',
    );
  });

  it('is one line of at most 300 characters', () => {
    assert.equal(providerMessage('two\n  lines', key), 'two lines');
    const long = providerMessage('word '.repeat(100), key);
    assert.equal(long.length, 300);
    assert.ok(long.endsWith('…'));
    assert.equal(providerMessage(null, key), '');
  });
});
