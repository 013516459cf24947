import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Provider } from '../../../src/core/contender.ts';
import type { BillingTerms } from '../../../src/core/spend/billing.ts';
import type { Usage } from '../../../src/core/spend/usage.ts';
import { noUsage } from '../../../src/core/spend/usage.ts';
import { recordingReply } from '../../wire/replies.ts';
import type { WireReply } from '../../wire/wireReply.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf, summaryOf } from './conversations.ts';

interface Expectation {
  readonly name: string;
  readonly part?: number;
  readonly model: string;
  readonly prose: RegExp;
  readonly thinking?: RegExp;
  /** Call ids with what each asks for. */
  readonly calls?: Readonly<Record<string, unknown>>;
  readonly usage: Partial<Usage> | null;
  /** False where only the beginning of a message says what it used. */
  readonly isFinal?: boolean;
  readonly ending?: AnswerPart;
}

const noTool = (name: string) => ({ kind: 'malformed', reason: `There is no tool named ${name}.` });
const refused = (explanation: string): AnswerPart => ({ type: 'failure', failure: { kind: 'refused', explanation } });
const calculator = 'openai-reasoning-encrypted-content.1.chunks.txt';
const opus = 'claude-opus-4-7';
const gpt = 'gpt-5.5-2026-04-23';

/** What each recording says, read off the files by hand. */
const expectations: readonly Expectation[] = [
  {
    name: 'openai-gpt-5.5-tool-call.1.sse',
    model: gpt,
    prose: /^I’ll check the capital lookup tool for “PotatoLand\.”$/,
    calls: { call_LabG58Uhrq9kZvR52BYKjToD: noTool('get_capital') },
    usage: { uncachedInput: 63, output: 69, reasoning: 26 },
  },
  {
    name: 'openai-gpt-5.5-tool-call.2.sse',
    model: gpt,
    prose: /^The capital of PotatoLand is \*\*Potato City\*\*\.$/,
    usage: { uncachedInput: 147, output: 16 },
  },
  {
    name: 'openai-apply-patch-tool.1.chunks.txt',
    model: 'gpt-5.1-2025-11-13',
    prose: /^$/,
    calls: {
      call_kA46f91ZwocQyMCKyyZqRyC5: {
        kind: 'create',
        path: 'shopping-checklist.md',
        text: '## Shopping Checklist\n\n- [ ] Milk\n- [ ] Bread\n- [ ] Eggs\n- [ ] Fresh fruit\n- [ ] Coffee\n',
      },
    },
    usage: { uncachedInput: 642, output: 67 },
  },
  {
    // Deltas are missing from this recording; the texts that end each part make up for them.
    name: 'openai-phase.1.chunks.txt',
    model: 'gpt-5.3-codex',
    prose: /^Got it — I’ll quickly check .* with links\.\n\nHere are a few \*\*AI headlines[\s\S]*with timestamps\.$/,
    usage: { uncachedInput: 4040, cacheRead: 3072, output: 463, reasoning: 64 },
  },
  {
    name: 'openai-error.1.chunks.txt',
    model: 'gpt-5-nano-2025-08-07',
    prose: /^$/,
    usage: null,
    ending: { type: 'failure', failure: { kind: 'quota', provider: 'openai' } },
  },
  {
    name: calculator,
    part: 0,
    model: 'gpt-5.1-codex-max',
    prose: /^$/,
    thinking: /^\*\*Calculating step-by-step using calculator\*\*\n\nI'll compute 12 plus 7.*final product\.$/s,
    calls: { call_AB6AaRZ1FYZB2RwS6A5vbdqn: noTool('calculator') },
    usage: { uncachedInput: 134, output: 28 },
  },
  {
    name: calculator,
    part: 1,
    model: 'gpt-5.1-codex-max',
    prose: /^$/,
    calls: { call_Q6pW65MUgW9vF59BmItYGos3: noTool('calculator') },
    usage: { uncachedInput: 221, output: 26 },
  },
  {
    name: calculator,
    part: 2,
    model: 'gpt-5.1-codex-max',
    prose: /^$/,
    calls: { call_Zl5vIMnD7dVAjgU6FkhmiCZh: noTool('calculator') },
    usage: { uncachedInput: 260, output: 26 },
  },
  {
    name: calculator,
    part: 3,
    model: 'gpt-5.1-codex-max',
    prose: /^The final result is \*\*570\*\*\.$/,
    usage: { uncachedInput: 299, output: 12 },
  },
  {
    name: 'anthropic-thinking.1.sse',
    model: 'claude-sonnet-4-20250514',
    prose: /^Here are the basic steps[\s\S]*when crossing streets\.$/,
    thinking: /^This is a straightforward question .* prevent accidents\.$/,
    usage: { uncachedInput: 43, output: 282 },
  },
  {
    name: 'anthropic-clear-thinking.1.chunks.txt',
    model: 'claude-sonnet-4-5-20250929',
    prose: /^925 ÷ 5 = 185$/,
    thinking: /^The previous result was 925\. Now I need to divide that by 5\.\n\n925 ÷ 5 = 185$/,
    usage: { uncachedInput: 69, output: 53 },
  },
  {
    name: 'anthropic-text.chunks.txt',
    model: 'claude-sonnet-4-5-20250929',
    prose: /^Hello! I'm doing well, .* help you with\?$/,
    usage: { uncachedInput: 12, output: 30 },
  },
  {
    name: 'anthropic-json-tool.2.chunks.txt',
    model: 'claude-haiku-4-5-20251001',
    prose: /^I'll invoke the JSON response tool\.$/,
    calls: { toolu_01KFbKqPYSuAKujiL6mTfzYA: noTool('json') },
    usage: { uncachedInput: 849, output: 47 },
  },
  {
    name: 'anthropic-tool-no-args.chunks.txt',
    model: 'claude-sonnet-4-5-20250929',
    prose: /^I'll update the issue list for you\.$/,
    calls: { toolu_01QE1WLsSVp5hy5Q3GmGTmjP: noTool('updateIssueList') },
    usage: { uncachedInput: 565, output: 48 },
  },
  {
    name: 'anthropic-opus-4-7-message.1.json',
    model: opus,
    prose: /^2 \+ 2 = 4$/,
    usage: { uncachedInput: 18, output: 14 },
  },
  {
    name: 'openai-apply-patch-update.synthetic.chunks.txt',
    model: gpt,
    prose: /^The loop’s bound is off by one – “≤” has to be “<”\.$/,
    thinking: /^\*\*Finding the bug\*\*\n\nThe bound is off\.$/,
    calls: {
      call_update: {
        kind: 'patch',
        path: 'src/basket.ts',
        diff: '@@\n   let sum = 0;\n-  for (let i = 0; i <= lines.length; i++) {\n+  for (let i = 0; i < lines.length; i++) {\n',
      },
      call_delete: { kind: 'delete', path: 'src/basket.old.ts' },
    },
    usage: { uncachedInput: 1048, cacheRead: 3072, output: 231, reasoning: 96 },
  },
  {
    name: 'openai-refusal.synthetic.chunks.txt',
    model: gpt,
    prose: /^$/,
    usage: { uncachedInput: 880, output: 14 },
    ending: refused('I’m sorry, but I can’t help with that.'),
  },
  {
    name: 'openai-incomplete.synthetic.chunks.txt',
    model: gpt,
    prose: /^$/,
    usage: { uncachedInput: 4120, output: 64, reasoning: 40 },
    ending: { type: 'failure', failure: { kind: 'truncated', limit: 'output' } },
  },
  {
    name: 'anthropic-text-editor.synthetic.chunks.txt',
    model: opus,
    prose: /^The loop’s bound is off by one – “≤” has to be “<”\.$/,
    thinking: /^The bound is off\.$/,
    calls: {
      toolu_replace: {
        kind: 'replace',
        path: 'src/basket.ts',
        oldText: 'i <= lines.length',
        newText: 'i < lines.length',
      },
      toolu_insert: { kind: 'insert', path: 'src/basket.ts', afterLine: 0, text: '// Größe – in Cent\n' },
    },
    usage: {
      uncachedInput: 1512,
      cacheRead: 2000,
      cacheWrite5m: 2337,
      cacheWrite1h: 1000,
      output: 310,
      reasoning: 120,
    },
  },
  {
    name: 'anthropic-compaction.synthetic.chunks.txt',
    model: opus,
    prose: /^Done\.$/,
    usage: { uncachedInput: 60_900, cacheRead: 500, output: 1240 },
  },
  {
    name: 'anthropic-refusal.synthetic.chunks.txt',
    model: opus,
    prose: /^$/,
    usage: { uncachedInput: 1512, cacheRead: 2000, cacheWrite5m: 2068, cacheWrite1h: 1000, output: 4 },
    ending: refused('This request could enable cyber harm.'),
  },
  {
    name: 'anthropic-overloaded.synthetic.chunks.txt',
    model: opus,
    prose: /^The loop$/,
    usage: { uncachedInput: 1512, cacheRead: 2000, cacheWrite5m: 2068, cacheWrite1h: 1000, output: 3 },
    isFinal: false,
    ending: { type: 'failure', failure: { kind: 'overloaded', provider: 'anthropic' } },
  },
];

/**
 * None of the recordings used anything apart from tokens, or was billed in other terms than these; OpenAI's synthetic
 * ones name no tier.
 */
function termsOf(name: string): BillingTerms {
  const tier = name.startsWith('anthropic') ? 'standard' : 'default';
  return { serviceTier: /openai.*synthetic/.test(name) ? null : tier, region: null };
}

const chunkings: readonly NonNullable<WireReply['chunks']>[] = ['events', 'whole', 1, 7];

describe('recorded streams through the real SDKs', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  it('are all of those in the repository', () => {
    const read = new Set([...expectations.map(({ name }) => name), 'openai-error-http.json']);
    assert.deepEqual(
      readdirSync(join(import.meta.dirname, '../../wire/recordings')).filter((name) => !read.has(name)),
      ['README.md'],
    );
  });

  for (const expected of expectations) {
    const provider: Provider = expected.name.startsWith('openai') ? 'openai' : 'anthropic';
    for (const chunks of chunkings) {
      it(`${[expected.name, expected.part ?? []].flat().join(' ')} reads the same in chunks of ${chunks}`, async () => {
        server.order({ provider, next: [recordingReply(expected.name, expected.part, { chunks })] });
        const round = summaryOf(await partsOf(await converse(server, provider)));
        assert.equal(round.model, expected.model);
        assert.match(round.prose, expected.prose);
        assert.match(round.thinking, expected.thinking ?? /^$/);
        const calls = Object.fromEntries(round.calls.map(({ callId, request }) => [callId, request]));
        assert.deepEqual(calls, expected.calls ?? {});
        const usage = { ...noUsage, ...expected.usage };
        assert.deepEqual(
          round.metered,
          expected.usage === null ? null : { usage, extras: [], terms: termsOf(expected.name) },
        );
        assert.equal(round.usageIsFinal, expected.isFinal ?? expected.usage !== null);
        assert.deepEqual(round.ending, expected.ending ?? { type: 'end' });
        assert.equal(round.requestId, 'req_wire');
      });
    }
  }
});
