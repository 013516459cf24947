import type Anthropic from '@anthropic-ai/sdk';
import type { SentImage } from '../../core/images/image.ts';
import type { Message } from './history.ts';

/**
 * A history with pictures before the text that it opens with, where the documentation wants them
 * (platform.claude.com/docs/en/build-with-claude/vision).
 */
export function withImages(messages: readonly Message[], images: readonly SentImage[]): readonly Message[] {
  const [first, ...rest] = messages;
  if (images.length === 0 || first?.role !== 'user' || typeof first.content === 'string') return messages;
  return [{ role: 'user', content: [...images.map(imageBlock), ...first.content] }, ...rest];
}

/** The history without its pictures: the comparison keeps them, and they would be kept once more in every history. */
export function withoutImages(messages: readonly Message[]): readonly Message[] {
  return messages.map((message) => {
    if (message.role !== 'user' || typeof message.content === 'string') return message;
    const kept = message.content.filter(({ type }) => type !== 'image');
    return kept.length === message.content.length ? message : { role: 'user', content: kept };
  });
}

function imageBlock({ mediaType, data }: SentImage): Anthropic.Messages.ImageBlockParam {
  return { type: 'image', source: { type: 'base64', media_type: mediaType, data } };
}
