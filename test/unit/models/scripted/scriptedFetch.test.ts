import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, it } from 'mocha';
import type { Conversation, ConversationStart } from '../../../../src/app/ports.ts';
import type { Provider } from '../../../../src/core/contender.ts';
import type { ContextPiece } from '../../../../src/core/context.ts';
import { agree, collide } from '../../../../src/core/diff/alignment.ts';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import type { Overlay } from '../../../../src/core/edits/overlay.ts';
import { applyEdit, createOverlay, overlayChanges, textOf } from '../../../../src/core/edits/overlay.ts';
import type { FileEdit, ToolCall, ToolResult } from '../../../../src/core/edits/toolCall.ts';
import { buildPrompt } from '../../../../src/core/prompt.ts';
import type { CodeTaskKind, SourceFile, Task } from '../../../../src/core/task.ts';
import { createModelClients } from '../../../../src/models/modelClients.ts';
import { scriptedTasks, scriptedUis } from '../../../../src/models/scripted/answerFor.ts';
import { imagePiece } from '../../../images/imagePieces.ts';
import type { RoundSummary } from '../conversations.ts';
import { partsAfter, partsOf, providers, startFor, summaryOf } from '../conversations.ts';

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

const samplePaths = readdirSync(sample, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(sample, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** The task's file first, then all others of the sample. */
function filesAround(file: SourceFile): readonly SourceFile[] {
  return [file, ...samplePaths.filter((path) => path !== file.path).map((path) => fileAt(path))];
}

function startOn(provider: Provider, file: SourceFile, kind: CodeTaskKind, canRead = true): ConversationStart {
  const task: Task = { kind, instruction: 'Please.', file, selection: null, otherFiles: [] };
  const prompt = buildPrompt(task, [], { canRead, instruction: null });
  const start = startFor(provider, { prompt, canRead });
  return { ...start, contender: { ...start.contender, scripted: true } };
}

async function conversationOn(start: ConversationStart): Promise<Conversation> {
  const conversation = await (await clients.clientFor(start.contender)).converse(start, null);
  assert.ok('next' in conversation);
  return conversation;
}

/** The first round of an answer to a fix or a question. */
async function answerTo(
  provider: Provider,
  file: SourceFile,
  kind: CodeTaskKind,
  canRead = false,
): Promise<RoundSummary> {
  return summaryOf(await partsOf(await conversationOn(startOn(provider, file, kind, canRead))));
}

/** The first round of an answer to what a new file is to be. */
async function uiAnswer(
  provider: Provider,
  instruction: string,
  file: SourceFile,
  pieces: readonly ContextPiece[] = [],
): Promise<RoundSummary> {
  const ui = { framework: 'html', typescript: false, tailwind: false, place: 'new-file' } as const;
  const task: Task = { kind: 'ui', instruction, file, selection: null, otherFiles: [], ui };
  const prompt = buildPrompt(task, pieces, { canRead: true, instruction: null });
  const start = startFor(provider, { prompt, canRead: true });
  return summaryOf(
    await partsOf(await conversationOn({ ...start, contender: { ...start.contender, scripted: true } })),
  );
}

/** The results of calls: what was read, of the sample as it is, and every edit as made. */
function resultsOf(calls: readonly ToolCall[]): readonly ToolResult[] {
  return calls.map(({ callId, request }) => {
    const text = request.kind === 'view' ? fileAt(request.path).text : 'Done.';
    return { callId, succeeded: true, text };
  });
}

/** Lands every edit of some calls, checking that each lands to the letter. */
function land(overlay: Overlay, calls: readonly ToolCall[]): Overlay {
  let candidate = overlay;
  for (const { request } of calls) {
    for (const edit of request.kind === 'batch' ? request.edits : [request as FileEdit]) {
      const applied = applyEdit(candidate, edit);
      assert.equal(applied.outcome.kind, 'landed', JSON.stringify(applied.outcome));
      assert.equal(applied.outcome.kind === 'landed' && applied.outcome.tier, 'exact');
      candidate = applied.overlay;
    }
  }
  return candidate;
}

function hunksOf(provider: Provider, overlay: Overlay): readonly Hunk[] {
  return overlayChanges(overlay).flatMap(({ path, change, newPath, changes }) =>
    changes.map(
      (each, index): Hunk => ({ ...each, path, change, newPath, edited: false, id: `${provider}-${path}-${index}` }),
    ),
  );
}

/** The hunks of an answer's candidate, after whatever it read first, and after checking that every edit landed. */
async function landed(provider: Provider, file: SourceFile) {
  const conversation = await conversationOn(startOn(provider, file, 'fix'));
  let { calls } = summaryOf(await partsOf(conversation));
  if (calls.some(({ request }) => isReading(request))) {
    assert.ok(calls.every(({ request }) => isReading(request)));
    ({ calls } = summaryOf(await partsOf(conversation, resultsOf(calls))));
  }
  const overlay = land(createOverlay(filesAround(file)), calls);
  return { hunks: hunksOf(provider, overlay), text: textOf(overlay, file.path) ?? '' };
}

function isReading({ kind }: ToolCall['request']): boolean {
  return kind === 'view' || kind === 'search' || kind === 'list' || kind === 'diagnostics';
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
        const usage = fix.metered?.usage;
        assert.ok(usage !== undefined && usage.uncachedInput > 100 && usage.output > usage.reasoning);
        const ask = await answerTo(provider, fileAt(task.path), 'ask');
        assert.match(ask.prose, disclaimer);
        assert.notEqual(ask.prose, fix.prose);
        assert.deepEqual(ask.calls, []);
      });

      it(`${provider} names ${task.path} as the prompt does, in a larger workspace too`, async () => {
        const inFolder = fileAt(task.path, undefined, 'examples/shop/');
        for (const canRead of [true, false]) {
          const { calls } = await answerTo(provider, inFolder, 'fix', canRead);
          const paths = calls.flatMap(({ request }) => pathsIn(request));
          assert.ok(paths.length > 0);
          for (const path of paths) assert.match(path, /^examples\/shop\/\w/);
          if (!canRead) assert.ok(paths.includes(`examples/shop/${task.path}`));
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

  it('over the receipt the two agree on one hunk, conflict on one, and differ on others, over several files', async () => {
    const file = fileAt('src/receipt.ts');
    const [left, right] = [await landed('openai', file), await landed('anthropic', file)];
    const pairs = left.hunks.flatMap((hunk) => right.hunks.map((other) => [hunk, other] as const));
    const agreeing = pairs.filter(([hunk, other]) => agree(hunk, other));
    const conflicting = pairs.filter(([hunk, other]) => collide(hunk, other) && !agree(hunk, other));
    assert.equal(agreeing.length, 1);
    assert.equal(conflicting.length, 1);
    const shared = [...agreeing, ...conflicting].flat();
    assert.ok(left.hunks.filter((hunk) => !shared.includes(hunk)).length >= 2);
    assert.ok(right.hunks.filter((hunk) => !shared.includes(hunk)).length >= 1);
    const kinds = new Map(left.hunks.map(({ change, path, newPath }) => [change, [path, newPath]]));
    assert.deepEqual(kinds.get('create'), ['src/tax.ts', null]);
    assert.deepEqual(kinds.get('rename'), ['src/format.ts', 'src/money.ts']);
    assert.ok(left.hunks.some(({ change, path }) => change === 'edit' && path === 'src/format.ts'));
  });

  it('the two answers to an interface differ', () => {
    for (const { answers } of scriptedUis) assert.notEqual(answers.openai.text, answers.anthropic.text);
  });

  for (const provider of providers) {
    for (const [instruction, path, languageId] of [
      ['A pricing page with three plans', 'site/prices.html', 'html'],
      ['An order form', 'site/OrderForm.vue', 'vue'],
      ['A chart of the sales', 'site/SalesChart.svelte', 'svelte'],
    ] as const) {
      it(`${provider} makes ${path} when asked for ${instruction}`, async () => {
        const file: SourceFile = { path, uri: '', languageId, version: 0, text: '' };
        const own = await uiAnswer(provider, instruction, file);
        assert.match(own.prose, disclaimer);
        const overlay = land(createOverlay([]), own.calls);
        const [hunk, ...others] = hunksOf(provider, overlay);
        assert.deepEqual([hunk?.path, hunk?.change, others], [path, 'create', []]);
        const ui = scriptedUis.find(({ place }) => place.test(path));
        assert.equal(textOf(overlay, path), ui?.answers[provider].text);
      });
    }

    it(`${provider} makes the orders table beside the orders`, async () => {
      const path = 'shop/office/OrdersTable.tsx';
      const file: SourceFile = { path, uri: '', languageId: 'typescriptreact', version: 0, text: '' };
      const { calls } = await uiAnswer(provider, 'An orders table', file);
      assert.equal(textOf(land(createOverlay([]), calls), path), scriptedUis[2]?.answers[provider].text);
    });

    it(`${provider} makes the page that the mock-up of the sample shows`, async () => {
      const file: SourceFile = { path: 'mockups/orders-view.html', uri: '', languageId: 'html', version: 0, text: '' };
      const mockup = imagePiece('i', 'mockups/orders.png', 760, 430);
      const { calls } = await uiAnswer(provider, 'Build this', file, [mockup]);
      assert.equal(textOf(land(createOverlay([]), calls), file.path), scriptedUis[1]?.answers[provider].text);
      const { prose } = await uiAnswer(provider, 'Build this', file, [imagePiece('i', 'other.png')]);
      assert.match(prose, /Nothing is scripted for this interface/);
    });

    it(`${provider} says that nothing is scripted for any other interface`, async () => {
      const page: SourceFile = { path: 'a.html', uri: '', languageId: 'html', version: 0, text: '' };
      for (const [instruction, file] of [
        ['A login form', page],
        ['A pricing page', { ...page, path: 'a.tsx' }],
      ] as const) {
        const { prose, calls } = await uiAnswer(provider, instruction, file);
        assert.match(prose, /Nothing is scripted for this interface/);
        assert.deepEqual(calls, []);
      }
    });

    it(`${provider} says that nothing is scripted for other code, or once the bug is gone`, async () => {
      const mended = fileAt('src/basket.ts', fileAt('src/basket.ts').text.replace('i <= lines', 'i < lines'));
      for (const file of [fileAt('src/basket.ts', 'export const a = 1;\n'), mended]) {
        const { prose, calls, ending } = await answerTo(provider, file, 'fix');
        assert.match(prose, disclaimer);
        assert.match(prose, /Nothing is scripted for this code/);
        assert.deepEqual([calls, ending], [[], { type: 'end' }]);
      }
    });

    it(`${provider} has nothing to add to a correction`, async () => {
      const conversation = await conversationOn(startOn(provider, fileAt('src/basket.ts'), 'fix'));
      const { calls } = summaryOf(await partsOf(conversation));
      const results = calls.map(({ callId }) => ({ callId, succeeded: false, text: 'Not found.' }));
      const second = summaryOf(await partsOf(conversation, results));
      assert.match(second.prose, disclaimer);
      assert.deepEqual([second.calls, second.ending], [[], { type: 'end' }]);
    });

    it(`${provider} has one further turn for the basket, which lands on its first, and then no more`, async () => {
      const file = fileAt('src/basket.ts');
      const conversation = await conversationOn(startOn(provider, file, 'fix'));
      const first = summaryOf(await partsOf(conversation));
      const before = land(createOverlay(filesAround(file)), first.calls);
      const second = summaryOf(await partsAfter(conversation, 'Add a test, please.', resultsOf(first.calls)));
      assert.match(second.prose, disclaimer);
      assert.match(second.prose, /the one further turn that is written for this file/);
      assert.ok(second.thinking.length > 0);
      const ids = new Set([...first.calls, ...second.calls].map(({ callId }) => callId));
      assert.equal(ids.size, first.calls.length + second.calls.length);
      const after = land(before, second.calls);
      assert.equal(hunksOf(provider, after).length, hunksOf(provider, before).length + 1);
      const third = summaryOf(await partsAfter(conversation, 'And more.', resultsOf(second.calls)));
      assert.match(third.prose, /Nothing further is scripted/);
      assert.deepEqual(third.calls, []);
    });

    it(`${provider} says that no further turn is scripted for other files of the sample`, async () => {
      const conversation = await conversationOn(startOn(provider, fileAt('src/server.ts'), 'fix'));
      const { calls } = summaryOf(await partsOf(conversation));
      const second = summaryOf(await partsAfter(conversation, 'More.', resultsOf(calls)));
      assert.match(second.prose, disclaimer);
      assert.deepEqual([second.calls, second.ending], [[], { type: 'end' }]);
    });

    it(`${provider} answers from the start when its first answer was cancelled and it is told more`, async () => {
      const conversation = await conversationOn(startOn(provider, fileAt('src/basket.ts'), 'fix'));
      await partsOf(conversation, [], AbortSignal.abort());
      const answer = summaryOf(await partsAfter(conversation, 'Please go on.'));
      assert.ok(answer.calls.length > 0);
      assert.doesNotMatch(answer.prose, /further turn/);
    });

    it(`${provider} reads other files before it mends the receipt, where it may`, async () => {
      const reading = await answerTo(provider, fileAt('src/receipt.ts'), 'fix', true);
      assert.match(reading.prose, disclaimer);
      assert.deepEqual(
        reading.calls.map(({ request }) => request),
        provider === 'openai'
          ? [{ kind: 'view', path: 'src/format.ts', lines: null }]
          : [
              { kind: 'search', text: 'formatAmount(', path: null },
              { kind: 'view', path: 'src/shop.ts', lines: [1, 15] },
            ],
      );
      const without = await answerTo(provider, fileAt('src/receipt.ts'), 'fix', false);
      assert.ok(!without.calls.some(({ request }) => isReading(request)));
      const conversation = await conversationOn(startOn(provider, fileAt('src/receipt.ts'), 'fix'));
      await partsOf(conversation);
      const edits = summaryOf(await partsOf(conversation, resultsOf(reading.calls)));
      assert.deepEqual(
        edits.calls.map(({ request }) => request),
        without.calls.map(({ request }) => request),
      );
      assert.doesNotMatch(edits.prose, /scripted/);
    });

    it(`${provider} can be cancelled in the middle`, async () => {
      const slow = createModelClients({
        apiKey: () => Promise.resolve(null),
        baseUrl: () => '',
        scriptedPauseMs: () => 2,
      });
      const start = startOn(provider, fileAt('src/basket.ts'), 'fix');
      const conversation = await (await slow.clientFor(start.contender)).converse(start, null);
      assert.ok('next' in conversation);
      const abort = new AbortController();
      const types: string[] = [];
      for await (const part of conversation.next({ results: [], message: null }, abort.signal)) {
        types.push(part.type);
        if (part.type === 'thinking') abort.abort();
      }
      assert.equal(types.at(-1), 'cancelled');
      assert.ok(!types.includes('call'));
    });
  }
});

/** The paths that a call names, those within a whole patch included. */
function pathsIn(request: ToolCall['request']): readonly string[] {
  if (request.kind === 'batch') return request.edits.map(({ path }) => path);
  return 'path' in request && request.path !== null ? [request.path] : [];
}
