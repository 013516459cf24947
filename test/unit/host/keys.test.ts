import assert from 'node:assert/strict';
import type { SecretStorage } from 'vscode';
import { keyOddity, placeOfSecret, secretName } from '../../../src/host/keyNames.ts';
import { createKeys } from '../../../src/host/keys.ts';

function memoryStorage(): SecretStorage {
  const stored = new Map<string, string>();
  return {
    keys: async () => [...stored.keys()],
    get: async (name) => stored.get(name),
    store: async (name, value) => {
      stored.set(name, value);
    },
    delete: async (name) => {
      stored.delete(name);
    },
    onDidChange: () => ({ dispose: () => undefined }),
  };
}

const own = { provider: 'openai', host: 'api.openai.com' } as const;

describe('createKeys', () => {
  it('gives a key to the host that it was stored for and to no other', async () => {
    const keys = createKeys(memoryStorage());
    await keys.store(own, 'sk-one');
    assert.equal(await keys.keyFor('openai', 'api.openai.com'), 'sk-one');
    assert.equal(await keys.keyFor('openai', 'gateway.example'), null);
    assert.equal(await keys.keyFor('openai', 'api.openai.com:8443'), null);
    assert.equal(await keys.keyFor('anthropic', 'api.openai.com'), null);
  });

  it('forgets a removed key, but lets the log go on redacting it', async () => {
    const keys = createKeys(memoryStorage());
    await keys.store(own, 'sk-one');
    await keys.remove(own);
    assert.equal(await keys.keyFor('openai', 'api.openai.com'), null);
    assert.deepEqual(await keys.places(), []);
    assert.deepEqual(keys.knownValues(), ['sk-one']);
  });

  it('knows a key that an earlier session stored once it was read', async () => {
    const storage = memoryStorage();
    await storage.store(secretName(own), 'sk-old');
    const keys = createKeys(storage);
    assert.deepEqual(keys.knownValues(), []);
    await keys.keyFor('openai', 'api.openai.com');
    assert.deepEqual(keys.knownValues(), ['sk-old']);
  });

  it('lists where keys are stored for, and nothing else that is stored', async () => {
    const storage = memoryStorage();
    await storage.store('tiebreak.something', 'x');
    const keys = createKeys(storage);
    await keys.store({ provider: 'anthropic', host: '[::1]:4000' }, 'one');
    assert.deepEqual(await keys.places(), [{ provider: 'anthropic', host: '[::1]:4000' }]);
  });
});

describe('secretName', () => {
  it('comes back as the place it was made of', () => {
    assert.deepEqual(placeOfSecret(secretName(own)), own);
    assert.equal(placeOfSecret('tiebreak.key.other@host'), null);
  });
});

describe('keyOddity', () => {
  it('finds nothing odd about keys of the providers’ own shapes', () => {
    assert.equal(keyOddity('openai', 'api.openai.com', ' sk-proj-0123456789abcdefgh\n'), null);
    assert.equal(keyOddity('anthropic', 'api.anthropic.com', 'sk-ant-api03-0123456789'), null);
  });

  it('notices the other provider’s key, and what is too short', () => {
    assert.equal(keyOddity('openai', 'api.openai.com', 'sk-ant-api03-0123456789'), 'unusual');
    assert.equal(keyOddity('anthropic', 'api.anthropic.com', 'sk-proj-0123456789abcdefgh'), 'unusual');
    assert.equal(keyOddity('openai', 'api.openai.com', 'sk-1'), 'unusual');
  });

  it('expects no shape of a key for another host', () => {
    assert.equal(keyOddity('openai', 'gateway.example', 'any'), null);
  });

  it('finds a key unusable that no header can carry', () => {
    for (const typed of ['two words', 'sk-ключ', 'line\nbreak', '']) {
      assert.equal(keyOddity('openai', 'gateway.example', typed), 'unusable', JSON.stringify(typed));
    }
  });
});
