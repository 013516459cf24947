import type { Provider } from '../contender.ts';
import type { Prompt } from '../prompt.ts';
import type { ImageOptions } from './imageOptions.ts';

/** Nobody describes a picture in more words, in UTF-16 units. */
export const longestImageInstruction = 8000;

const common = [
  'You are a careful illustrator who makes image assets for software: icons, illustrations, empty states, textures.',
  'Make exactly one picture of what the task asks for, in the form that the target names: one clear motif, well composed, nothing cut off, no text in it unless the task asks for some, recognisable at small sizes.',
  'First write one line that begins with `Alt text: ` and tells in one plain sentence what is to be seen, for people who do not see it; it does not begin with “image of”. Write it in the language of the task.',
];

const formOf: Readonly<Record<Provider, readonly string[]>> = {
  openai: ['Then make the picture with your image generation tool. Say nothing more.'],
  anthropic: [
    'Then write the picture as one complete SVG document in a fenced code block, and nothing after it.',
    'It has a `viewBox`, a `<title>` with the alt text, and stands by itself: no scripts, no event handlers, no `foreignObject`, no links, nothing from another address, no embedded pixels. Use few, clean shapes with whole or half coordinates, and put colours where they can be changed.',
    'With a transparent background nothing is drawn behind the motif.',
  ],
};

/** What is sent for a picture: the same task and target for every model, and the form that its provider can give. */
export function imagePrompt(provider: Provider, instruction: string, options: ImageOptions): Prompt {
  return {
    system: imageSystem(provider),
    user: `# Task\n\n${instruction}\n\n# Target\n\n${targetText(options)}\n`,
    images: [],
  };
}

/** The system prompt of pictures. */
export function imageSystem(provider: Provider): string {
  return [...common, ...formOf[provider]].join('\n');
}

function targetText({ size, background }: ImageOptions): string {
  const shape = size === 'auto' ? 'Size: as suits the motif.' : `Size: ${size.replace('x', ' × ')} pixels.`;
  return `${shape} Background: ${background === 'auto' ? 'as suits the motif' : background}.`;
}
