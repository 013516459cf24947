import assert from 'node:assert/strict';
import { retryDelay } from '../../../src/app/retryPolicy.ts';
import type { Failure } from '../../../src/core/failure.ts';

const overloaded: Failure = { kind: 'overloaded', provider: 'anthropic' };

describe('retry policy', () => {
  it('doubles half a second and takes up to a quarter off', () => {
    assert.equal(retryDelay(overloaded, 0, 0), 500);
    assert.equal(retryDelay(overloaded, 1, 0), 1000);
    assert.equal(retryDelay(overloaded, 1, 1), 750);
  });

  it('gives up after two retries', () => {
    assert.equal(retryDelay(overloaded, 2, 0), null);
  });

  it('honours the wait that the provider states', () => {
    assert.equal(retryDelay({ kind: 'rate-limited', provider: 'openai', retryAfterMs: 7000 }, 0, 0), 7000);
  });

  it('does not retry a limit without a stated wait, nor one that is longer than a minute', () => {
    assert.equal(retryDelay({ kind: 'rate-limited', provider: 'openai', retryAfterMs: null }, 0, 0), null);
    assert.equal(retryDelay({ kind: 'rate-limited', provider: 'openai', retryAfterMs: 61_000 }, 0, 0), null);
  });

  it('does not retry what no repetition mends', () => {
    const failures: readonly Failure[] = [
      { kind: 'key-rejected', provider: 'openai' },
      { kind: 'quota', provider: 'openai' },
      { kind: 'tls', host: 'api.test', code: null },
      { kind: 'stalled', host: 'api.test', afterMs: 1 },
      { kind: 'stream-broken', host: 'api.test' },
      { kind: 'refused', explanation: null },
      { kind: 'prompt-too-long', provider: 'openai' },
    ];
    for (const failure of failures) assert.equal(retryDelay(failure, 0, 0), null, failure.kind);
  });
});
