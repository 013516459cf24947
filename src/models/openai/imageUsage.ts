import type { ExtraUsage } from '../../core/spend/billing.ts';
import type { Fields } from '../fields.ts';
import { countField, isFields, listField, objectField, textField } from '../fields.ts';

/**
 * What the pictures of a response took, or null when it reports none. Their tokens come as a total and in two classes;
 * what the classes leave open counts as image tokens, which cost more. Cached tokens that are given only as a total
 * count where there is but one class.
 */
export function imageUsage(response: Fields | null): ExtraUsage | null {
  const images = objectField(objectField(response, 'tool_usage'), 'image_gen');
  const input = classesOf(images, 'input_tokens');
  const output = classesOf(images, 'output_tokens');
  if (input.text + input.image + output.text + output.image === 0) return null;
  const cached = countField(images, 'cached_tokens') ?? 0;
  const details = objectField(images, 'cached_tokens_details');
  const cachedText = countField(details, 'cached_text_tokens') ?? (input.image === 0 ? cached : 0);
  const cachedImage = countField(details, 'cached_image_tokens') ?? (input.text === 0 ? cached : 0);
  const cachedTextInput = Math.min(input.text, cachedText);
  const cachedImageInput = Math.min(input.image, cachedImage);
  return {
    kind: 'image-generation',
    model: imageModelOf(response),
    textInput: input.text - cachedTextInput,
    cachedTextInput,
    imageInput: input.image - cachedImageInput,
    cachedImageInput,
    textOutput: output.text,
    imageOutput: output.image,
  };
}

function classesOf(
  images: Fields | null,
  name: 'input_tokens' | 'output_tokens',
): { readonly text: number; readonly image: number } {
  const details = objectField(images, `${name}_details`);
  const text = countField(details, 'text_tokens') ?? 0;
  const image = countField(details, 'image_tokens') ?? 0;
  const total = countField(images, name) ?? 0;
  return { text, image: image + Math.max(0, total - text - image) };
}

/** The response repeats its tools, and an image tool can name its model; the calls themselves do not. */
function imageModelOf(response: Fields | null): string | null {
  const tools = listField(response, 'tools').filter(isFields);
  const models = tools.filter((tool) => tool.type === 'image_generation').map((tool) => textField(tool, 'model'));
  const [model = null] = models;
  return models.every((other) => other === model) ? model : null;
}
