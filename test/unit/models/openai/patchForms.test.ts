import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { ToolCall } from '../../../../src/core/edits/toolCall.ts';
import type { OpenAiCall } from '../../../wire/replies.ts';
import { openAiCalls } from '../../../wire/replies.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsOf, summaryOf } from '../conversations.ts';

const whole = [
  '*** Begin Patch',
  '*** Update File: src/a.ts',
  '@@ function a() {',
  '-  return 1;',
  '+  return 2; // "zwei" – 🙂',
  '*** Add File: src/b.ts',
  '+export const b = 1;',
  '*** Delete File: src/c.ts',
  '*** End Patch',
].join('\n');

const operation = { type: 'update_file', path: 'src/a.ts', diff: '@@\n-a\n+b\n' };

/** Every form in which the whole patch has been seen to come, with what names it. */
const forms: readonly (readonly [title: string, call: OpenAiCall])[] = [
  ['as `input` of the function', functionCall(JSON.stringify({ input: whole }))],
  ['as `patch` of the function', functionCall(JSON.stringify({ patch: whole }))],
  ['as `operation` of the function', functionCall(JSON.stringify({ operation: whole }))],
  ['as the function’s command line', functionCall(JSON.stringify({ command: ['apply_patch', whole] }))],
  ['as the function’s arguments, a JSON text', functionCall(JSON.stringify(whole))],
  ['as the function’s arguments, no JSON at all', functionCall(whole)],
  ['as the input of a custom tool', { type: 'custom_tool_call', name: 'apply_patch', deltas: [whole] }],
  [
    'inside the diff of an operation',
    { type: 'apply_patch_call', operation: { type: 'update_file', path: 'src/a.ts' }, deltas: [whole] },
  ],
  [
    'inside the diff of the function’s operation',
    functionCall(JSON.stringify({ operation: { ...operation, diff: whole } })),
  ],
];

function functionCall(written: string): OpenAiCall {
  return { type: 'function_call', name: 'apply_patch', deltas: [written] };
}

describe('patches over the Responses API', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  async function requestOf(call: OpenAiCall): Promise<ToolCall['request'] | undefined> {
    server.order({ provider: 'openai', next: [openAiCalls([call])] });
    return summaryOf(await partsOf(await converse(server, 'openai'))).calls[0]?.request;
  }

  for (const [title, call] of forms) {
    it(`a whole patch of several files, ${title}, is all its edits`, async () => {
      const request = await requestOf(call);
      assert.equal(request?.kind, 'batch', JSON.stringify(request));
      const edits = request?.kind === 'batch' ? request.edits : [];
      assert.deepEqual(
        edits.map(({ kind, path }) => [kind, path]),
        [
          ['patch', 'src/a.ts'],
          ['create', 'src/b.ts'],
          ['delete', 'src/c.ts'],
        ],
      );
    });
  }

  it('an operation that is not wrapped in its name is the operation all the same', async () => {
    const expected = { kind: 'patch', path: 'src/a.ts', diff: operation.diff };
    assert.deepEqual(await requestOf(functionCall(JSON.stringify(operation))), expected);
    assert.deepEqual(await requestOf(functionCall(JSON.stringify({ operation }))), expected);
  });

  it('a patch of one file inside an operation for another is malformed: either can be meant', async () => {
    const other = '*** Begin Patch\n*** Update File: src/z.ts\n@@\n-a\n+b\n*** End Patch';
    const request = await requestOf(functionCall(JSON.stringify({ operation: { ...operation, diff: other } })));
    assert.equal(request?.kind, 'malformed');
  });

  it('a renamed file inside an operation for it is a rename', async () => {
    const rename = '*** Begin Patch\n*** Update File: src/a.ts\n*** Move to: src/z.ts\n@@\n-a\n+b\n*** End Patch';
    const request = await requestOf(functionCall(JSON.stringify({ operation: { ...operation, diff: rename } })));
    assert.equal(request?.kind, 'batch', JSON.stringify(request));
    assert.ok(request?.kind === 'batch' && request.edits.some(({ kind }) => kind === 'rename'));
  });

  for (const [title, written] of [
    ['no patch', 'Please change a to b.'],
    ['no JSON', '{"operation":'],
    ['a list', '[]'],
    ['nothing', ''],
    ['a number', '7'],
  ] as const) {
    it(`${title} as the function’s arguments is malformed`, async () => {
      assert.equal((await requestOf(functionCall(written)))?.kind, 'malformed');
    });
  }

  it('a custom tool of another name, or with no patch in it, is malformed', async () => {
    for (const [name, input] of [
      ['shell', whole],
      ['apply_patch', 'a to b'],
    ] as const) {
      const request = await requestOf({ type: 'custom_tool_call', name, deltas: [input] });
      assert.equal(request?.kind, 'malformed');
    }
  });
});
