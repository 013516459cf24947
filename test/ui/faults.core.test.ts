import assert from 'node:assert/strict';
import type { Provider } from '../../src/core/contender.ts';
import {
  answerReply,
  anthropicStop,
  anthropicStreamError,
  errorReply,
  openAiEnding,
  openAiStreamError,
  pageReply,
} from '../wire/replies.ts';
import type { WireReply } from '../wire/wireReply.ts';
import { ComparisonTab, type ContenderLabel } from './workbench/comparisonTab.ts';
import { eventually } from './workbench/eventually.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

interface Fault {
  readonly name: string;
  readonly reply: WireReply;
  /** What the person reads on the side that failed. */
  readonly sentence: RegExp;
  /** How often the request is sent: a fault that passes by itself is tried three times. */
  readonly tries?: number;
}

const half = { prose: 'Half an answer, and then' };
const edit = {
  kind: 'replace',
  path: 'src/basket.ts',
  oldText: '  let sum = 0;\n',
  newText: '  let sum = 1;\n',
} as const;
const halfWithEdit = { ...half, edits: [edit] };
const patch = { kind: 'patch', path: 'src/basket.ts', diff: '@@\n-  let sum = 0;\n+  let sum = 1;\n' } as const;

const statusFaults = (provider: Provider): readonly Fault[] => {
  const error = (status: number, type: string, code: string | null = null, headers = {}) =>
    errorReply(provider, status, { type, message: 'No.', code }, headers);
  return [
    {
      name: 'a rejected key (401)',
      reply: error(401, 'authentication_error'),
      sentence: /does not accept the stored API key/,
    },
    { name: 'no access (403)', reply: error(403, 'permission_error'), sentence: /does not let this API key use/ },
    {
      name: 'an unknown model (404)',
      reply: error(404, 'not_found_error', 'model_not_found'),
      sentence: /has no model named/,
    },
    {
      name: 'a prompt too long (413)',
      reply: error(413, 'request_too_large'),
      sentence: /cannot read a request this long/,
    },
    { name: 'a limit without a wait (429)', reply: error(429, 'rate_limit_error'), sentence: /too many requests/ },
    {
      name: 'a limit with a wait (429)',
      reply: error(429, 'rate_limit_error', null, { 'retry-after': '1' }),
      sentence: /asks to wait/,
      tries: 3,
    },
    { name: 'an overloaded server (529)', reply: error(529, 'overloaded_error'), sentence: /overloaded/, tries: 3 },
    { name: 'a broken server (500)', reply: error(500, 'api_error'), sentence: /an error of its own/, tries: 3 },
    { name: 'a page of a captive network', reply: pageReply(200), sentence: /something that is not an answer/ },
    {
      name: 'a redirect',
      reply: { status: 302, headers: { location: 'https://example.com/' }, content: { kind: 'text', text: '' } },
      sentence: /./,
    },
  ];
};

const streamFaults: readonly Fault[] = [
  {
    name: 'an early end',
    reply: answerReply(half, { faults: [{ kind: 'cut', afterEvents: 6, followedBy: 'end' }] }),
    sentence: /broke off before the answer was complete/,
  },
  {
    name: 'a reset connection',
    reply: answerReply(half, { faults: [{ kind: 'cut', afterEvents: 6, followedBy: 'reset' }] }),
    sentence: /broke off before the answer was complete/,
  },
  {
    name: 'a stall after some text',
    reply: answerReply(half, { faults: [{ kind: 'cut', afterEvents: 5, followedBy: 'stall' }] }),
    sentence: /Nothing came from .* for 5 s/,
  },
  {
    name: 'nothing but pings',
    reply: answerReply(half, { faults: [{ kind: 'pings-only', everyMs: 200 }] }),
    sentence: /Nothing came from .* for 5 s/,
  },
  {
    name: 'malformed JSON',
    reply: answerReply(half, { faults: [{ kind: 'malformed-json', at: 4 }] }),
    sentence: /not an answer of a model/,
  },
  { name: 'an answer of nothing', reply: answerReply({}), sentence: /nothing at all/ },
  {
    name: 'an answer without an edit',
    reply: answerReply({ prose: 'It is fine.' }),
    sentence: /without changing any code/,
  },
];

const ownFaults: Readonly<Record<Provider, readonly Fault[]>> = {
  openai: [
    {
      name: 'an error in the stream, nested, then response.failed',
      reply: openAiStreamError(
        half,
        { type: 'insufficient_quota', code: 'insufficient_quota', message: 'No credit.', param: null },
        'nested',
      ),
      sentence: /no credit left or reached its spending limit/,
    },
    {
      name: 'an error in the stream, flat',
      reply: openAiStreamError(half, { code: 'server_error', message: 'Oops.', param: null }, 'flat'),
      sentence: /an error of its own/,
    },
    {
      name: 'an answer cut at the output limit',
      reply: openAiEnding({ ...half, edits: [patch] }, 'response.incomplete', {
        status: 'incomplete',
        incomplete_details: { reason: 'max_output_tokens' },
      }),
      sentence: /cut off at the output limit/,
    },
    {
      name: 'a content filter',
      reply: openAiEnding({ ...half, edits: [patch] }, 'response.incomplete', {
        status: 'incomplete',
        incomplete_details: { reason: 'content_filter' },
      }),
      sentence: /declined to answer this/,
    },
    {
      name: 'a recorded quota error',
      reply: { content: { kind: 'recording', name: 'openai-refusal.synthetic.chunks.txt' } },
      sentence: /declined to answer this/,
    },
  ],
  anthropic: [
    {
      name: 'an overload in the stream',
      reply: anthropicStreamError(half, 'overloaded_error', 'Overloaded'),
      sentence: /overloaded/,
    },
    {
      name: 'an answer cut at the output limit',
      reply: anthropicStop(halfWithEdit, 'max_tokens'),
      sentence: /cut off at the output limit/,
    },
    {
      name: 'a refusal',
      reply: anthropicStop(half, 'refusal', { type: 'refusal', category: 'cyber', explanation: 'Not this.' }),
      sentence: /declined to answer this: Not this\./,
    },
    {
      name: 'an answer that ran out of room',
      reply: anthropicStop(half, 'model_context_window_exceeded'),
      sentence: /ran out of room/,
    },
  ],
};

const labels: Readonly<Record<Provider, ContenderLabel>> = { openai: 'GPT-5.5', anthropic: 'Claude Opus 4.7' };

const good: Readonly<Record<Provider, WireReply>> = {
  openai: answerReply({ prose: 'Good.', edits: [patch] }),
  anthropic: answerReply({ prose: 'Good.', edits: [edit] }),
};

describe('One side failing', () => {
  const { workbench, wire } = useWiredWorkbench({ settings: { 'tiebreak.idleTimeout': 5 } });
  let tab: ComparisonTab;

  before(async () => {
    wire().order({ provider: 'openai', always: good.openai });
    wire().order({ provider: 'anthropic', always: good.anthropic });
    await storeKeys(workbench());
    await workbench().editor.open('src/basket.ts');
    await workbench().editor.chooseFromContextMenu('Compare fix with both models');
    tab = await ComparisonTab.of(workbench(), 'Fix basket.ts');
    await tab.waitUntilDone();
  });

  for (const provider of ['openai', 'anthropic'] as const) {
    const failing = labels[provider];
    const other = labels[provider === 'openai' ? 'anthropic' : 'openai'];
    for (const fault of [...statusFaults(provider), ...streamFaults, ...ownFaults[provider]]) {
      it(`${failing}: ${fault.name}`, async () => {
        const tries = fault.tries ?? 1;
        wire().reset();
        wire().order({ provider, next: Array<WireReply>(tries).fill(fault.reply) });
        await tab.press(`Ask ${failing} again`);
        await waitUntil('every try', async () => (wire().requests.length === tries ? true : undefined));
        // The button is back when the answer has ended.
        await tab.button(`Ask ${failing} again`).waitFor();
        await tab.region(failing).getByText(fault.sentence).filter({ visible: true }).last().waitFor();
        assert.equal(wire().requests.length, tries);
        // Nothing of a failed answer can be accepted, and the other side is as it was.
        for (const accept of await tab
          .region(failing)
          .getByRole('button', { name: /^Accept hunk/ })
          .all()) {
          await eventually(async () => assert.equal(await accept.isDisabled(), true));
        }
        await eventually(async () => assert.match(await tab.status(other).first().innerText(), /Done/));
        await eventually(async () => assert.equal(await tab.accept(1, other).isEnabled(), true));
        assert.ok(!(await tab.text()).includes('    at '), 'no stack trace reaches a person');
        // The same side, asked again, answers.
        wire().order({ provider, always: good[provider] });
        await tab.press(`Ask ${failing} again`);
        await tab.waitForStatus(failing, /Done/);
      });
    }
  }

  it('leaves everything as it was: the hunk is applied as if nothing had happened', async () => {
    await tab.accept(1, 'Claude Opus 4.7').click();
    await tab.press('Apply accepted hunks');
    await workbench().editor.waitForText('let sum = 1;');
  });
});
