import assert from 'node:assert/strict';
import type { PriceBook } from '../../../src/app/ledgerPorts.ts';
import { RequestAccount } from '../../../src/app/requestAccount.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { FileEdit } from '../../../src/core/edits/toolCall.ts';
import { standardTerms } from '../../../src/core/spend/billing.ts';
import { inputTokens, noUsage } from '../../../src/core/spend/usage.ts';
import { contender } from './fakes.ts';

/** One nano-dollar an input token, ten an output token. */
const prices: PriceBook = {
  fault: null,
  price: ({ usage }) => ({
    nanoDollars: inputTokens(usage) + 10 * usage.output,
    cacheSavings: 0,
    source: { kind: 'list', date: '2026-09-23' },
  }),
  nextTier: () => null,
};
const begun: AnswerPart = {
  type: 'usage',
  final: false,
  raw: {},
  usage: { ...noUsage, uncachedInput: 50, cacheRead: 30, output: 1 },
  extras: [],
  terms: standardTerms,
};
const edit = (newText: string): FileEdit => ({ kind: 'create', path: 'a.ts', text: newText });

function account(...parts: readonly AnswerPart[]): RequestAccount {
  const opened = new RequestAccount(contender('right'), prices, { at: 0, inputEstimate: 40, terms: standardTerms });
  for (const part of parts) opened.take(part, 0);
  return opened;
}

describe('RequestAccount', () => {
  it('estimates the input until it is reported, and the output by what is seen of it', () => {
    const running = account({ type: 'connected', requestId: null });
    assert.deepEqual(running.running().usage, { ...noUsage, uncachedInput: 40 });
    running.take(begun, 0);
    assert.deepEqual(running.running().usage, { ...noUsage, uncachedInput: 50, cacheRead: 30, output: 1 });
    running.take({ type: 'thinking', text: 'x'.repeat(300) }, 0);
    assert.deepEqual(running.running().cost, { kind: 'estimate', nanoDollars: 80 + 10 * 100 });
    running.take({ type: 'prose', text: 'x'.repeat(30) }, 0);
    assert.deepEqual(running.running().cost, { kind: 'estimate', nanoDollars: 80 + 10 * 110 });
  });

  it('counts a call while it is being written, and no more than once', () => {
    const running = account(begun, { type: 'call-previewed', callId: 'a', edits: [edit('x'.repeat(300))] });
    const some = running.running().usage.output;
    assert.ok(some > 100, String(some));
    running.take({ type: 'call-previewed', callId: 'a', edits: [edit('x'.repeat(600))] }, 0);
    const more = running.running().usage.output;
    assert.equal(more, some + 100);
    const call = { callId: 'a', request: { kind: 'create', path: 'a.ts', text: 'x'.repeat(600) } } as const;
    running.take({ type: 'call', call }, 0);
    const whole = running.running().usage.output;
    assert.ok(Math.abs(whole - more) <= 2, `${more}, then ${whole}`);
  });

  it('keeps what was seen, and nothing where nothing was', () => {
    assert.equal(account().seenUsage(), null);
    assert.equal(account({ type: 'connected', requestId: null }).seenUsage(), null);
    const seen = account(begun, { type: 'prose', text: 'x'.repeat(30) });
    assert.deepEqual(seen.seenUsage(), { ...noUsage, uncachedInput: 50, cacheRead: 30, output: 10 });
  });

  it('knows the most that a cut request can have cost, and that it costs something', () => {
    const { cost, prices: source } = account(begun).settled('cancelled', null, 123_456);
    assert.deepEqual(cost, { kind: 'unknown', upperBound: 80 + 10 * 1_000 });
    assert.deepEqual(source, { kind: 'list', date: '2026-09-23' });
    assert.deepEqual(account().settled('cancelled', null, 123_456).cost, { kind: 'unknown', upperBound: 123_456 });
    assert.deepEqual(account().settled('cancelled', null, null).cost, { kind: 'unknown', upperBound: null });
  });
});
