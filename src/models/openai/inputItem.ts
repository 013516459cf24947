import type OpenAI from 'openai';
import type { SentImage } from '../../core/images/image.ts';
import { isFields, textField } from '../fields.ts';

/** One entry of a request's `input`. */
export type InputItem = OpenAI.Responses.ResponseInputItem;

/**
 * A turn of the person. Pictures stand before the text, at the detail that their size was made for
 * (developers.openai.com/api/docs/guides/images-vision).
 */
export function userMessage(text: string, images: readonly SentImage[] = []): InputItem {
  return { type: 'message', role: 'user', content: [...images.map(imagePart), { type: 'input_text', text }] };
}

/** The history without its pictures: the comparison keeps them, and they would be kept once more in every history. */
export function withoutImages(items: readonly InputItem[]): readonly InputItem[] {
  return items.map((item) => {
    if (!('content' in item) || !Array.isArray(item.content)) return item;
    const content: readonly unknown[] = item.content;
    const kept = content.filter((part) => !isFields(part) || textField(part, 'type') !== 'input_image');
    return kept.length === content.length ? item : ({ ...item, content: kept } as InputItem);
  });
}

/** The history with the pictures again before the text that it opens with. */
export function withImages(items: readonly InputItem[], images: readonly SentImage[]): readonly InputItem[] {
  const [first, ...rest] = items;
  if (images.length === 0 || first === undefined || !('content' in first) || !Array.isArray(first.content))
    return items;
  return [{ ...first, content: [...images.map(imagePart), ...first.content] } as InputItem, ...rest];
}

function imagePart({ mediaType, data }: SentImage): OpenAI.Responses.ResponseInputImage {
  return { type: 'input_image', image_url: `data:${mediaType};base64,${data}`, detail: 'high' };
}

/** The provider takes back whatever it put out, kinds of items included that we do not know. */
export function isInputItem(item: unknown): item is InputItem {
  return isFields(item) && textField(item, 'type') !== null;
}
