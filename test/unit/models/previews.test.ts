import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Provider } from '../../../src/core/contender.ts';
import type { FileEdit } from '../../../src/core/edits/toolCall.ts';
import { answerReply, openAiCalls } from '../../wire/replies.ts';
import type { WireReply } from '../../wire/wireReply.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf } from './conversations.ts';

const diff = [
  '@@ function a() {',
  '   const a = 1;',
  '-  return "1";',
  '+  return "\\u00e4 – 🙂";',
  '@@ function b() {',
  '-  return 2;',
  '+  return 3;',
  '',
].join('\n');
const patch = { kind: 'patch', path: 'src/a.ts', diff } as const;
const first = diff.slice(0, diff.indexOf('@@ function b'));

/** The edits of each preview in turn, and where in the stream they came. */
function previewsOf(parts: readonly AnswerPart[]): readonly (readonly FileEdit[])[] {
  return parts.flatMap((part) => (part.type === 'call-previewed' ? [part.edits] : []));
}

describe('previews of calls that are still being written', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  async function roundOf(provider: Provider, reply: WireReply): Promise<readonly AnswerPart[]> {
    server.order({ provider, next: [reply] });
    return partsOf(await converse(server, provider));
  }

  /** Checks that the first section is shown before anything of the second is complete. */
  function assertGrows(parts: readonly AnswerPart[], title: string): void {
    const previews = previewsOf(parts);
    assert.ok(previews.length >= 1, title);
    for (const edits of previews) {
      assert.equal(edits.length, 1, title);
      const [edit] = edits;
      assert.ok(edit?.kind === 'patch' && edit.path === patch.path, title);
      assert.ok(diff.startsWith(edit.diff.trimEnd()), `${title}: ${JSON.stringify(edit.diff)}`);
    }
    const early = previews[0]?.[0];
    assert.ok(early?.kind === 'patch' && early.diff.trimEnd() === first.trimEnd(), title);
    const call = parts.findIndex((part) => part.type === 'call');
    assert.ok(parts.findIndex((part) => part.type === 'call-previewed') < call, title);
  }

  it('openai: the built-in tool, section by section', async () => {
    assertGrows(await roundOf('openai', answerReply({ edits: [patch] })), 'built-in');
  });

  it('openai: the function’s arguments, whatever pieces their JSON comes in', async () => {
    const operation = { type: 'update_file', path: patch.path, diff };
    const plain = JSON.stringify({ operation });
    const backwards = JSON.stringify({ operation: { diff, path: patch.path, type: 'update_file' } });
    for (const [title, json, sizes] of [
      ['plain', plain, [1, 2, 3, 5, 7]],
      ['escaped', escapedUnits(plain), [1, 2, 3, 4, 5]],
    ] as const) {
      for (const size of sizes) {
        const deltas = json.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const reply = openAiCalls([{ type: 'function_call', name: 'apply_patch', deltas }]);
        assertGrows(await roundOf('openai', reply), `${title} by ${size}`);
      }
    }
    // With the path at the end nothing can be shown earlier than then.
    const reply = openAiCalls([
      { type: 'function_call', name: 'apply_patch', deltas: backwards.match(/.{1,3}/g) ?? [] },
    ]);
    const previews = previewsOf(await roundOf('openai', reply));
    assert.equal(previews.at(-1)?.[0]?.path, patch.path);
  });

  it('openai: a whole patch, edit by edit, as the function’s argument and as a custom tool’s input', async () => {
    const lines = [
      '*** Begin Patch',
      '*** Add File: src/b.ts',
      '+export const b = "🙂";',
      '*** Delete File: src/c.ts',
      '*** Add File: src/d.ts',
      '+d',
      '*** End Patch',
      '',
    ];
    const text = lines.join('\n');
    for (const size of [1, 4, 9]) {
      const pieces = (written: string) => written.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      for (const call of [
        { type: 'function_call', name: 'apply_patch', deltas: pieces(JSON.stringify({ input: text })) },
        { type: 'custom_tool_call', name: 'apply_patch', deltas: pieces(text) },
      ] as const) {
        const previews = previewsOf(await roundOf('openai', openAiCalls([call])));
        assert.deepEqual(
          previews[0]?.map(({ path }) => path),
          ['src/b.ts'],
          call.type,
        );
        assert.ok((previews.at(-1)?.length ?? 0) >= 2, call.type);
      }
    }
  });

  it('anthropic: a call is shown once it is written, and made once the message goes on after it', async () => {
    const edits = [
      { kind: 'replace', path: 'a.ts', oldText: 'a', newText: 'ä🙂\n' },
      { kind: 'insert', path: 'a.ts', afterLine: 0, text: '// b\n' },
    ] as const;
    const parts = await roundOf('anthropic', answerReply({ edits }));
    const order = parts.flatMap((part): readonly unknown[] => {
      if (part.type === 'call-previewed') return [[part.type, part.callId, part.edits]];
      return part.type === 'call' ? [[part.type, part.call.callId, [part.call.request]]] : [];
    });
    const [one, other] = ['toolu_scripted_0_0', 'toolu_scripted_0_1'];
    assert.deepEqual(order, [
      ['call-previewed', one, [edits[0]]],
      ['call', one, [edits[0]]],
      ['call-previewed', other, [edits[1]]],
      ['call', other, [edits[1]]],
    ]);
  });

  it('anthropic: what is cut off after its last call was shown, but never made', async () => {
    const edits = [{ kind: 'replace', path: 'a.ts', oldText: 'a', newText: 'b' }] as const;
    const whole = await roundOf('anthropic', answerReply({ edits }));
    assert.ok(whole.some((part) => part.type === 'call'));
    server.reset();
    for (let afterEvents = 1; ; afterEvents++) {
      const reply = answerReply({ edits }, { faults: [{ kind: 'cut', afterEvents, followedBy: 'end' }] });
      const parts = await roundOf('anthropic', reply);
      if (parts.some((part) => part.type === 'call')) break;
      if (previewsOf(parts).length === 0) continue;
      assert.deepEqual(previewsOf(parts), [[edits[0]]]);
      assert.equal(parts.at(-1)?.type, 'failure');
      return;
    }
    assert.fail('never shown before it was made');
  });

  it('nothing is shown of calls that make no sense', async () => {
    const broken = {
      kind: 'function',
      name: 'str_replace_based_edit_tool',
      arguments: '{"command":"create"}',
    } as const;
    assert.deepEqual(previewsOf(await roundOf('anthropic', answerReply({ functions: [broken] }))), []);
    const other = { kind: 'function', name: 'other', arguments: '{"diff":"@@\\n-a\\n+b\\n@@\\n"}' } as const;
    assert.deepEqual(previewsOf(await roundOf('openai', answerReply({ functions: [other] }))), []);
  });
});

/** JSON with all that is not ASCII as escapes, surrogates one by one. */
function escapedUnits(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
