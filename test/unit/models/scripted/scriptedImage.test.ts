import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultImageOptions } from '../../../../src/core/asset/imageOptions.ts';
import { imagePrompt } from '../../../../src/core/asset/imagePrompt.ts';
import { rasterFormatOf } from '../../../../src/core/asset/rasterFormat.ts';
import { svgIn } from '../../../../src/core/asset/svgText.ts';
import type { Provider } from '../../../../src/core/contender.ts';
import { createModelClients } from '../../../../src/models/modelClients.ts';
import {
  finished,
  firstPartial,
  secondPartial,
} from '../../../../src/models/scripted/answers/umbrella/umbrellaPicture.ts';
import { partsOf, startFor, summaryOf } from '../conversations.ts';

const clients = createModelClients({
  apiKey: () => Promise.resolve(null),
  baseUrl: () => 'http://127.0.0.1:9',
  scriptedPauseMs: () => 0,
});

async function answerTo(provider: Provider, instruction: string) {
  const prompt = imagePrompt(provider, instruction, defaultImageOptions);
  const start = startFor(provider, { prompt, image: defaultImageOptions });
  const contender = { ...start.contender, scripted: true };
  const conversation = await (await clients.clientFor(contender)).converse({ ...start, contender }, null);
  assert.ok('next' in conversation);
  return partsOf(conversation);
}

describe('scripted pictures', () => {
  it('are pixels with two partial ones from OpenAI, small files all of them', async () => {
    const parts = await answerTo('openai', 'An icon of an umbrella');
    assert.deepEqual(
      parts.flatMap((part) => (part.type === 'picture' ? [part.base64] : [])),
      [firstPartial, secondPartial, finished],
    );
    for (const base64 of [firstPartial, secondPartial, finished]) {
      assert.equal(rasterFormatOf(base64), 'png');
      assert.ok(Buffer.from(base64, 'base64').length < 10_000);
    }
    const { prose, metered } = summaryOf(parts);
    assert.match(prose, /^Alt text: /);
    assert.equal(metered?.extras[0]?.kind, 'image-generation');
  });

  it('are a drawing from Anthropic', async () => {
    const { prose } = summaryOf(await answerTo('anthropic', 'An umbrella, please'));
    assert.match(prose, /^Alt text: /);
    assert.equal(svgIn(prose)?.complete, true);
  });

  it('are none of anything else, and say so', async () => {
    for (const provider of ['openai', 'anthropic'] as const) {
      const parts = await answerTo(provider, 'A cat');
      assert.match(summaryOf(parts).prose, /^Nothing is scripted for this picture/);
      assert.equal(
        parts.some(({ type }) => type === 'picture'),
        false,
      );
    }
  });
});
