import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { AnswerPart } from '../../../../src/core/answer.ts';
import { defaultImageOptions } from '../../../../src/core/asset/imageOptions.ts';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { onePixel, openAiImage, openAiImageEvents } from '../../../wire/imageReplies.ts';
import { errorReply, parameterRejection } from '../../../wire/replies.ts';
import type { WireReply } from '../../../wire/wireReply.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsOf, startFor, summaryOf } from '../conversations.ts';

const first = `${onePixel.slice(0, -4)}AAAA`;
const second = `${onePixel.slice(0, -4)}BBBB`;

describe('pictures over the Responses API', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  const start = startFor('openai', { image: { ...defaultImageOptions, format: 'webp' }, canRead: true });
  const partsOfReplies = async (...replies: readonly WireReply[]): Promise<readonly AnswerPart[]> => {
    server.reset();
    server.order({ provider: 'openai', next: replies });
    return partsOf(await converse(server, 'openai', {}, start));
  };
  const endingOf = async (reply: WireReply) => summaryOf(await partsOfReplies(reply)).ending;

  it('asks with the one tool as it was chosen, and with no tool for code', async () => {
    await partsOfReplies(openAiImage({ result: onePixel }));
    const body = server.requests[0]?.body ?? {};
    assert.deepEqual(body.tools, [
      {
        type: 'image_generation',
        action: 'generate',
        model: 'gpt-image-2.6-sunburst',
        size: '1024x1024',
        background: 'transparent',
        output_format: 'webp',
        quality: 'medium',
        partial_images: 2,
      },
    ]);
    assert.equal(body.max_tool_calls, 1);
    assert.equal(body.instructions, 'SYSTEM PROMPT');
  });

  it('gives text, partial pictures in order, the finished one, and what each part used', async () => {
    const parts = await partsOfReplies(
      openAiImage({ text: 'Alt text: A dot.', partials: [first, second], result: onePixel }),
    );
    assert.deepEqual(
      parts.flatMap((part) => (part.type === 'picture' ? [[part.base64, part.partial]] : [])),
      [
        [first, true],
        [second, true],
        [onePixel, false],
      ],
    );
    const { prose, ending, metered } = summaryOf(parts);
    assert.equal(prose, 'Alt text: A dot.');
    assert.deepEqual(ending, { type: 'end' });
    assert.deepEqual(metered?.usage, { ...noUsage, uncachedInput: 300, output: 90, reasoning: 40 });
    assert.deepEqual(metered?.extras, [
      {
        kind: 'image-generation',
        model: 'gpt-image-2.6-sunburst',
        textInput: 50,
        cachedTextInput: 0,
        imageInput: 0,
        cachedImageInput: 0,
        textOutput: 0,
        imageOutput: 1_256,
      },
    ]);
  });

  it('keeps the partial pictures of a stream that is cut, which is a failure', async () => {
    const events = openAiImageEvents({ partials: [first], result: onePixel });
    const afterEvents = events.findIndex(({ type }) => type.endsWith('partial_image')) + 1;
    const parts = await partsOfReplies(
      openAiImage(
        { partials: [first], result: onePixel },
        { faults: [{ kind: 'cut', afterEvents, followedBy: 'end' }] },
      ),
    );
    assert.ok(parts.some((part) => part.type === 'picture' && part.partial));
    assert.equal(
      parts.some((part) => part.type === 'picture' && !part.partial),
      false,
    );
    const ending = parts.at(-1);
    assert.equal(ending?.type === 'failure' ? ending.failure.kind : null, 'stream-broken');
  });

  it('tells a picture that was held back from one that is missing, and what it used all the same', async () => {
    const blocked = {
      code: 'moderation_blocked',
      type: 'image_generation_user_error',
      message: 'Your request was rejected by the safety system.',
      param: null,
    };
    const parts = await partsOfReplies(openAiImage({ result: null, error: blocked }));
    assert.equal(summaryOf(parts).metered?.usage.output, 90);
    assert.deepEqual(parts.at(-1), { type: 'failure', failure: { kind: 'refused', explanation: blocked.message } });
    assert.deepEqual(await endingOf(errorReply('openai', 400, blocked)), {
      type: 'failure',
      failure: { kind: 'refused', explanation: blocked.message },
    });
    const other = { code: 'server_error', type: 'server_error', message: 'It broke.', param: null };
    const broken = await endingOf(openAiImage({ result: null, error: other }));
    assert.equal(broken?.type === 'failure' ? broken.failure.kind : null, 'provider-fault');
    assert.deepEqual(await endingOf(openAiImage({ result: '' })), { type: 'failure', failure: { kind: 'no-image' } });
  });

  it('refuses a picture of fifty megabytes politely', async () => {
    const huge = onePixel + 'A'.repeat(50 * 1024 * 1024);
    assert.deepEqual(await endingOf(openAiImage({ partials: [huge], result: onePixel })), { type: 'end' });
    assert.deepEqual(await endingOf(openAiImage({ result: huge })), {
      type: 'failure',
      failure: { kind: 'truncated', limit: 'size' },
    });
  }).timeout(30_000);

  it('does without the limit of calls where it is not known, but never without the tool', async () => {
    server.reset();
    server.order({
      provider: 'openai',
      next: [
        parameterRejection('openai', 'max_tool_calls', 'Unknown parameter.'),
        parameterRejection('openai', 'tools[0].background', 'Unsupported value.'),
      ],
    });
    const conversation = await converse(server, 'openai', {}, start);
    const ending = async () => (await partsOf(conversation)).at(-1);
    assert.deepEqual(await ending(), { type: 'parameter-rejected', parameter: 'max_tool_calls' });
    const last = await ending();
    assert.equal(last?.type === 'failure' ? last.failure.kind : last?.type, 'request-rejected');
    assert.equal(server.requests[1]?.body.max_tool_calls, undefined);
  });
});
