import assert from 'node:assert/strict';
import { type ModelEfficiency, readEfficiency } from '../../../../src/core/spend/efficiency.ts';
import { noFigures } from '../../../../src/core/spend/spendFigures.ts';
import { noUsage } from '../../../../src/core/spend/usage.ts';

interface Figures {
  readonly tokens: number;
  readonly nanoDollars: number;
  readonly hunks: number;
  readonly requests?: number;
  readonly unknown?: number;
}

function model(name: string, { tokens, nanoDollars, hunks, requests = 100, unknown = 0 }: Figures): ModelEfficiency {
  const usage = { ...noUsage, uncachedInput: tokens - 20, cacheRead: 10, output: 10 };
  return {
    model: name,
    figures: { ...noFigures, requests, usage, nanoDollars, unknownRequests: unknown },
    acceptedHunks: hunks,
  };
}

describe('readEfficiency', () => {
  it('tells when the model of the dearer tokens gives the cheaper changes', () => {
    const cheap = model('cheap', { tokens: 1000, nanoDollars: 1000, hunks: 5 });
    assert.deepEqual(readEfficiency([cheap, model('dear', { tokens: 500, nanoDollars: 700, hunks: 7 })]), {
      kind: 'told',
      dearer: 'dear',
      cheaper: 'cheap',
      perToken: 1.4,
      perChange: 0.5,
      unknownRequests: 0,
    });
  });

  it('goes by the token, not by the request: an answer that reads files first takes several', () => {
    const reading = readEfficiency([
      model('plain', { tokens: 1000, nanoDollars: 2000, hunks: 10, requests: 10 }),
      model('reads', { tokens: 3000, nanoDollars: 3000, hunks: 10, requests: 40 }),
    ]);
    assert.ok(reading?.kind === 'told');
    assert.deepEqual([reading.dearer, reading.perToken, reading.perChange], ['plain', 2, 2000 / 3000]);
  });

  it('says how many requests of unknown cost there are, and nothing where those could turn it around', () => {
    const one = { tokens: 1000, nanoDollars: 1000, hunks: 10 };
    const few = readEfficiency([model('one', { ...one, unknown: 3 }), model('other', one)]);
    assert.ok(few?.kind === 'told');
    assert.equal(few.unknownRequests, 3);
    const many = { kind: 'too-unknown' };
    assert.deepEqual(readEfficiency([model('one', { ...one, unknown: 4 }), model('other', one)]), many);
    assert.deepEqual(readEfficiency([model('one', one), model('other', { ...one, unknown: 4 })]), many);
  });

  it('compares the two that were asked most', () => {
    const reading = readEfficiency([
      model('rare', { tokens: 1, nanoDollars: 9999, hunks: 6, requests: 6 }),
      model('one', { tokens: 1000, nanoDollars: 1000, hunks: 9, requests: 50 }),
      model('other', { tokens: 900, nanoDollars: 1000, hunks: 9, requests: 40 }),
    ]);
    assert.ok(reading?.kind === 'told');
    assert.deepEqual([reading.dearer, reading.cheaper], ['other', 'one']);
  });

  it('says nothing from fewer than five accepted changes of either, and nothing of one model alone', () => {
    const one = model('one', { tokens: 1000, nanoDollars: 1000, hunks: 40 });
    const few = { kind: 'too-few', needed: 5 };
    assert.deepEqual(readEfficiency([one, model('other', { tokens: 1000, nanoDollars: 1000, hunks: 4 })]), few);
    assert.equal(readEfficiency([one]), null);
    assert.equal(readEfficiency([]), null);
  });

  it('compares nothing with a model that costs nothing', () => {
    const other = model('other', { tokens: 1000, nanoDollars: 1000, hunks: 40 });
    const local = model('local', { tokens: 1000, nanoDollars: 0, hunks: 40 });
    assert.equal(readEfficiency([local, other]), null);
    assert.equal(readEfficiency([other, local]), null);
  });
});
