import assert from 'node:assert/strict';
import type { Failure, FailureKind } from '../../../src/core/failure.ts';
import { describeFailure } from '../../../src/host/failureSentences.ts';

/** At least one failure of every kind; a kind without one does not compile. */
const samples: { readonly [Kind in FailureKind]: readonly Extract<Failure, { kind: Kind }>[] } = {
  'key-missing': [{ kind: 'key-missing', provider: 'openai' }],
  'model-unknown': [{ kind: 'model-unknown', modelId: 'other/thing' }],
  'setting-invalid': [
    { kind: 'setting-invalid', setting: 'tiebreak.openai.baseUrl', value: 'http://host.example' },
    { kind: 'setting-invalid', setting: 'tiebreak.left.effort', value: 'much' },
    { kind: 'setting-invalid', setting: 'tiebreak.budget.day', value: '-5' },
  ],
  'prices-invalid': [
    { kind: 'prices-invalid', fault: 'not-a-table', entry: '', field: null },
    { kind: 'prices-invalid', fault: 'unknown-name', entry: 'gpt-5.5', field: null },
    { kind: 'prices-invalid', fault: 'no-price', entry: 'openai/gpt-5.5', field: 'output' },
    { kind: 'prices-invalid', fault: 'not-an-amount', entry: 'openai/gpt-5.5', field: 'input' },
    { kind: 'prices-invalid', fault: 'not-a-discount', entry: 'openai/*', field: 'discount' },
    { kind: 'prices-invalid', fault: 'unknown-field', entry: 'openai/*', field: 'cached' },
  ],
  'untrusted-workspace': [{ kind: 'untrusted-workspace' }],
  'key-rejected': [{ kind: 'key-rejected', provider: 'anthropic' }],
  'no-access': [{ kind: 'no-access', provider: 'openai', model: 'gpt-5.5' }],
  'model-not-found': [{ kind: 'model-not-found', provider: 'openai', model: 'gpt-0' }],
  quota: [{ kind: 'quota', provider: 'anthropic' }],
  'rate-limited': [
    { kind: 'rate-limited', provider: 'openai', retryAfterMs: 19_500 },
    { kind: 'rate-limited', provider: 'openai', retryAfterMs: null },
  ],
  overloaded: [{ kind: 'overloaded', provider: 'anthropic' }],
  'provider-fault': [
    { kind: 'provider-fault', provider: 'openai', status: 500 },
    { kind: 'provider-fault', provider: 'openai', status: null },
  ],
  'network-down': [
    { kind: 'network-down', host: 'api.openai.com', code: 'ENOTFOUND' },
    { kind: 'network-down', host: 'api.openai.com', code: 'EODD' },
    { kind: 'network-down', host: 'api.openai.com', code: null },
  ],
  tls: [
    { kind: 'tls', host: 'api.openai.com', code: 'CERT_HAS_EXPIRED' },
    { kind: 'tls', host: 'api.openai.com', code: null },
  ],
  proxy: [
    { kind: 'proxy', host: 'proxy.example', status: 407 },
    { kind: 'proxy', host: 'proxy.example', status: null },
  ],
  'timed-out': [{ kind: 'timed-out', host: 'api.openai.com', afterMs: 600_000 }],
  stalled: [{ kind: 'stalled', host: 'api.anthropic.com', afterMs: 120_000 }],
  'images-not-taken': [{ kind: 'images-not-taken', model: 'gpt-x' }],
  'prompt-too-long': [{ kind: 'prompt-too-long', provider: 'openai' }],
  'request-rejected': [
    { kind: 'request-rejected', provider: 'openai', status: 400, reason: 'Unknown parameter.' },
    { kind: 'request-rejected', provider: 'openai', status: 400, reason: '' },
  ],
  refused: [
    { kind: 'refused', explanation: 'It is about locks.' },
    { kind: 'refused', explanation: null },
  ],
  truncated: [
    { kind: 'truncated', limit: 'output' },
    { kind: 'truncated', limit: 'context' },
    { kind: 'truncated', limit: 'size' },
  ],
  'stream-broken': [{ kind: 'stream-broken', host: 'api.openai.com' }],
  interrupted: [{ kind: 'interrupted' }],
  protocol: [{ kind: 'protocol', host: 'portal.example', detail: 'text/html' }],
  'no-edit': [{ kind: 'no-edit' }],
  'no-image': [{ kind: 'no-image' }],
  'empty-answer': [{ kind: 'empty-answer' }],
  'edit-mismatch': [
    { kind: 'edit-mismatch', count: 1 },
    { kind: 'edit-mismatch', count: 3 },
  ],
  'document-unsuitable': (
    ['secret', 'binary', 'too-large', 'notebook', 'no-document', 'no-folder', 'unreadable'] as const
  ).map((reason) => ({ kind: 'document-unsuitable', path: '.env', reason })),
  'image-unsuitable': (
    [
      'not-an-image',
      'unsupported',
      'damaged',
      'too-many-bytes',
      'too-many-pixels',
      'too-many',
      'unreadable',
      'not-readable',
      'not-prepared',
    ] as const
  ).map((reason) => ({ kind: 'image-unsuitable', name: 'shot.png', reason })),
  'document-changed': [
    { kind: 'document-changed', path: 'src/a.ts', landed: 0, missed: 2 },
    { kind: 'document-changed', path: 'src/a.ts', landed: 1, missed: 2 },
  ],
  'document-gone': [{ kind: 'document-gone', path: 'src/a.ts' }],
  'read-only': [{ kind: 'read-only', path: 'src/a.ts' }],
  'not-encodable': [
    { kind: 'not-encodable', path: 'src/a.txt', encoding: 'windows1252', character: '\u6f22' },
    { kind: 'not-encodable', path: 'src/a.txt', encoding: 'windows1252', character: '\u200b' },
  ],
  'path-refused': (
    ['outside-workspace', 'malformed', 'protected', 'secret', 'symbolic-link', 'not-in-task', 'made-twice'] as const
  ).map((reason) => ({ kind: 'path-refused', path: 'src/a.ts', reason })),
  'edit-rejected': [{ kind: 'edit-rejected', path: 'src/a.ts' }],
  'budget-reached': (['comparison', 'day', 'month'] as const).flatMap((period) =>
    [0, 600_000_000].map((reserved) => ({
      kind: 'budget-reached',
      period,
      budget: 5_000_000_000,
      settled: 4_200_000_000,
      reserved,
      needed: 1_015_000_000,
    })),
  ),
  'budget-unpriced': (['comparison', 'day', 'month'] as const).map((period) => ({
    kind: 'budget-unpriced',
    period,
    provider: 'openai',
    model: 'house-model',
  })),
  'budget-unknown': (['comparison', 'day', 'month'] as const).map((period) => ({
    kind: 'budget-unknown',
    period,
    lostAt: Date.UTC(2026, 10, 22, 12),
  })),
  'ledger-unavailable': [{ kind: 'ledger-unavailable', cause: 'SQLITE_BUSY at open (/home/person/x.db)' }],
  unexpected: [{ kind: 'unexpected', cause: 'TypeError: x is undefined\n    at y (z.js:1:2)' }],
};

describe('describeFailure', () => {
  for (const [kind, failures] of Object.entries(samples)) {
    it(`says in one sentence what ${kind} is`, () => {
      for (const failure of failures) {
        const { sentence, actions } = describeFailure(failure, null);
        assert.match(sentence, /^[\p{L}“.][^\n]{15,}[.?!]$/u, sentence);
        assert.doesNotMatch(sentence, /\{\d\}|undefined|null|NaN|\[object|SQLITE|TypeError| {4}at /, sentence);
        assert.ok(actions.every(({ label }) => label !== ''));
        assert.equal(new Set(actions.map(({ id }) => id)).size, actions.length);
      }
    });
  }

  it('offers something that helps with everything but an unsuitable document or image', () => {
    const unsuitable: readonly string[] = ['document-unsuitable', 'image-unsuitable'];
    for (const failure of Object.values(samples).flat()) {
      const { actions } = describeFailure(failure, null);
      assert.equal(actions.length > 0, !unsuitable.includes(failure.kind), failure.kind);
    }
  });

  it('names the host, the wait and the model', () => {
    const sentenceOf = (failure: Failure) => describeFailure(failure, null).sentence;
    assert.match(sentenceOf({ kind: 'key-missing', provider: 'anthropic' }), /Anthropic.*api\.anthropic\.com/);
    assert.match(sentenceOf({ kind: 'rate-limited', provider: 'openai', retryAfterMs: 19_500 }), /20 seconds/);
    assert.match(
      sentenceOf({ kind: 'stalled', host: 'api.anthropic.com', afterMs: 120_000 }),
      /api\.anthropic\.com.*2 minutes/,
    );
    assert.match(sentenceOf({ kind: 'model-not-found', provider: 'openai', model: 'gpt-0' }), /gpt-0/);
  });

  it('tells what a budget would come to, and what is reserved only where anything is', () => {
    const refusal = { kind: 'budget-reached', period: 'day', budget: 5e9, settled: 4.2e9, needed: 1.015e9 } as const;
    const { sentence, actions } = describeFailure({ ...refusal, reserved: 6e8 }, null);
    assert.equal(
      sentence,
      'Today’s budget of $5.00 would be passed: $4.20 spent, $0.60 reserved, and this request can cost up to $1.02.',
    );
    assert.deepEqual(
      actions.map(({ id }) => id),
      ['allow-over-budget', 'change-budget'],
    );
    assert.doesNotMatch(describeFailure({ ...refusal, reserved: 0 }, null).sentence, /reserved/);
  });

  it('says which budget cannot be read, and offers its setting', () => {
    const failure = { kind: 'setting-invalid', setting: 'tiebreak.budget.day', value: '"5"' } as const;
    const { sentence, actions } = describeFailure(failure, null);
    assert.equal(
      sentence,
      'The setting tiebreak.budget.day is "5", but a budget is a number of US dollars, and 0 for none. Nothing is sent until it is corrected.',
    );
    assert.deepEqual(
      actions.map(({ id }) => id),
      ['open-settings'],
    );
  });

  it('says when the ledger was damaged, and offers two ways past it', () => {
    const lost = { kind: 'budget-unknown', period: 'month', lostAt: Date.UTC(2026, 10, 22, 12) } as const;
    const { sentence, actions } = describeFailure(lost, null);
    assert.equal(
      sentence,
      'The ledger was damaged on Nov 22, 2026, so what was spent before is not known, and this month’s budget cannot be kept.',
    );
    assert.deepEqual(
      actions.map(({ id }) => id),
      ['allow-over-budget', 'accept-loss', 'change-budget'],
    );
  });

  it('calls a contender by its label', () => {
    const contender = {
      side: 'left',
      provider: 'openai',
      model: 'gpt-5.5',
      label: 'GPT-5.5',
      effort: null,
      defaultEffort: 'medium',
      maxOutputTokens: 32_000,
      usesTools: true,
      scripted: false,
    } as const;
    assert.match(describeFailure({ kind: 'refused', explanation: null }, contender).sentence, /^GPT-5\.5 /);
  });
});
