import type { Provider } from '../../core/contender.ts';
import type { Fields } from '../fields.ts';
import { isFields } from '../fields.ts';

/** The parts of a request's body that are input, on either wire. */
const inputParts = ['instructions', 'input', 'system', 'messages', 'tools'] as const;

/** About what a screenshot comes to. */
const tokensOfImage = 1_500;

/** What the input of a request would roughly come to, the same for the request and for the counting of it. */
export function inputTokensOf(body: Fields): number {
  const parts = inputParts.flatMap((name) => body[name] ?? []);
  let images = 0;
  const text = JSON.stringify(parts, (_key, value: unknown) => {
    const isImage = isFields(value) && (value.type === 'image' || value.type === 'input_image');
    if (isImage) images += 1;
    return isImage ? null : value;
  });
  return Math.ceil(text.length / 4) + images * tokensOfImage;
}

/** The body with which a provider answers when it is asked to count. */
export function countedInput(provider: Provider, body: Fields): Fields {
  const input_tokens = inputTokensOf(body);
  return provider === 'openai' ? { object: 'response.input_tokens', input_tokens } : { input_tokens };
}
