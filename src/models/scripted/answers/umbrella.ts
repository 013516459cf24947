import { imageModel } from '../../../core/asset/imageOptions.ts';
import type { ScriptedImage } from '../scriptedTask.ts';
import { drawing } from './umbrella/drawing.ts';
import { finished, firstPartial, secondPartial } from './umbrella/umbrellaPicture.ts';

/** An umbrella. OpenAI's stands on paper whatever background is asked for; Anthropic's drawing has things in it that no picture should. */
export const umbrella: ScriptedImage = {
  asked: /\bumbrellas?\b/i,
  openai: {
    prose: 'Alt text: An open red umbrella with a curved wooden handle, and a few raindrops around it.',
    picture: { partials: [firstPartial, secondPartial], finished, model: imageModel, outputTokens: 1_056 },
  },
  anthropic: { prose: 'Alt text: A blue umbrella, open, seen from the side.', svg: drawing },
};
