import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import type { ConversationStart } from '../../../../src/app/ports.ts';
import type { Provider } from '../../../../src/core/contender.ts';
import { agree, collide } from '../../../../src/core/diff/alignment.ts';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import { applyEdit, createOverlay, overlayChanges, textOf } from '../../../../src/core/edits/overlay.ts';
import { buildPrompt } from '../../../../src/core/prompt.ts';
import type { SourceFile, Task, TaskKind } from '../../../../src/core/task.ts';
import { createModelClients } from '../../../../src/models/modelClients.ts';
import { scriptedTasks } from '../../../../src/models/scripted/answerFor.ts';
import type { RoundSummary } from '../conversations.ts';
import { partsOf, providers, startFor, summaryOf } from '../conversations.ts';

const sample = resolve(import.meta.dirname, '../../../../media/sample');
const disclaimer = /^\*This is a scripted answer, written by hand\. No model was asked\.\*\n\n./;

const clients = createModelClients({
  apiKey: () => Promise.resolve(null),
  baseUrl: () => 'http://127.0.0.1:9',
  scriptedPauseMs: () => 0,
});

function fileAt(path: string, text = readFileSync(join(sample, path), 'utf8'), folder = ''): SourceFile {
  return { path: `${folder}${path}`, uri: `file:///${path}`, languageId: 'x', version: 1, text };
}

function startOn(provider: Provider, file: SourceFile, kind: TaskKind): ConversationStart {
  const task: Task = { kind, instruction: 'Please.', file, selection: null, otherFiles: [] };
  const start = startFor(provider);
  return { ...start, prompt: buildPrompt(task, []), contender: { ...start.contender, scripted: true } };
}

async function answerTo(provider: Provider, file: SourceFile, kind: TaskKind): Promise<RoundSummary> {
  const start = startOn(provider, file, kind);
  const conversation = await (await clients.clientFor(start.contender)).converse(start);
  assert.ok('next' in conversation);
  return summaryOf(await partsOf(conversation));
}

/** The hunks of an answer's candidate, after checking that every edit landed. */
async function landed(provider: Provider, file: SourceFile) {
  const { calls } = await answerTo(provider, file, 'fix');
  let overlay = createOverlay([file]);
  for (const { request } of calls) {
    assert.ok(request.kind !== 'malformed' && request.kind !== 'view');
    const applied = applyEdit(overlay, request);
    assert.equal(applied.outcome.kind, 'landed', JSON.stringify(applied.outcome));
    assert.equal(applied.outcome.kind === 'landed' && applied.outcome.tier, 'exact');
    overlay = applied.overlay;
  }
  const hunks = overlayChanges(overlay).flatMap(({ path, change, changes }) =>
    changes.map((each, index): Hunk => ({ ...each, path, change, id: `${provider}-${index}` })),
  );
  return { hunks, text: textOf(overlay, file.path) ?? '' };
}

describe('scripted answers', () => {
  for (const task of scriptedTasks) {
    for (const provider of providers) {
      it(`${provider}'s edits of ${task.path} land on the file as it is, to the letter`, async () => {
        const { hunks } = await landed(provider, fileAt(task.path));
        assert.ok(hunks.length > 0);
      });

      it(`${provider} explains ${task.path}, saying first that it is scripted, and reports what it used`, async () => {
        const fix = await answerTo(provider, fileAt(task.path), 'fix');
        assert.match(fix.prose, disclaimer);
        assert.ok(fix.thinking.length > 0);
        assert.match(fix.model ?? '', /-scripted$/);
        assert.ok(fix.usage !== null && fix.usage.uncachedInput > 100 && fix.usage.output > fix.usage.reasoning);
        const ask = await answerTo(provider, fileAt(task.path), 'ask');
        assert.match(ask.prose, disclaimer);
        assert.notEqual(ask.prose, fix.prose);
        assert.deepEqual(ask.calls, []);
      });

      it(`${provider} names ${task.path} as the prompt does, in a larger workspace too`, async () => {
        const { calls } = await answerTo(provider, fileAt(task.path, undefined, 'examples/shop/'), 'fix');
        for (const { request } of calls) {
          assert.equal('path' in request && request.path, `examples/shop/${task.path}`);
        }
      });
    }

    it(`the two answers to ${task.path} differ in the same place, so that there is something to choose`, async () => {
      const file = fileAt(task.path);
      const [left, right] = [await landed('openai', file), await landed('anthropic', file)];
      assert.notEqual(left.text, right.text);
      assert.ok(left.hunks.some((hunk) => right.hunks.some((other) => collide(hunk, other))));
    });
  }

  it('some hunks of the two sides agree, and some answers have several', async () => {
    const pairs = await Promise.all(
      scriptedTasks.map(async ({ path }) => {
        const file = fileAt(path);
        return [await landed('openai', file), await landed('anthropic', file)] as const;
      }),
    );
    const agreeing = pairs.filter(([left, right]) =>
      left.hunks.some((hunk) => right.hunks.some((other) => agree(hunk, other))),
    );
    assert.ok(agreeing.length >= 3);
    assert.ok(pairs.filter(([left, right]) => left.hunks.length > 1 || right.hunks.length > 1).length >= 4);
  });

  for (const provider of providers) {
    it(`${provider} says that nothing is scripted for other code, or once the bug is gone`, async () => {
      const mended = fileAt('src/basket.ts', fileAt('src/basket.ts').text.replace('i <= lines', 'i < lines'));
      for (const file of [fileAt('src/basket.ts', 'export const a = 1;\n'), mended]) {
        const { prose, calls, ending } = await answerTo(provider, file, 'fix');
        assert.match(prose, disclaimer);
        assert.match(prose, /Nothing is scripted for this code/);
        assert.deepEqual([calls, ending], [[], { type: 'end' }]);
      }
    });

    it(`${provider} has nothing to add in a further round`, async () => {
      const start = startOn(provider, fileAt('src/basket.ts'), 'fix');
      const conversation = await (await clients.clientFor(start.contender)).converse(start);
      assert.ok('next' in conversation);
      const { calls } = summaryOf(await partsOf(conversation));
      const results = calls.map(({ callId }) => ({ callId, succeeded: false, text: 'Not found.' }));
      const second = summaryOf(await partsOf(conversation, results));
      assert.match(second.prose, disclaimer);
      assert.deepEqual([second.calls, second.ending], [[], { type: 'end' }]);
    });

    it(`${provider} can be cancelled in the middle`, async () => {
      const slow = createModelClients({
        apiKey: () => Promise.resolve(null),
        baseUrl: () => '',
        scriptedPauseMs: () => 2,
      });
      const start = startOn(provider, fileAt('src/basket.ts'), 'fix');
      const conversation = await (await slow.clientFor(start.contender)).converse(start);
      assert.ok('next' in conversation);
      const abort = new AbortController();
      const types: string[] = [];
      for await (const part of conversation.next([], abort.signal)) {
        types.push(part.type);
        if (part.type === 'thinking') abort.abort();
      }
      assert.equal(types.at(-1), 'cancelled');
      assert.ok(!types.includes('call'));
    });
  }
});
