import type { AnswerPart } from '../../core/answer.ts';
import { longestPicture } from '../../core/asset/rasterFormat.ts';
import type { Failure } from '../../core/failure.ts';
import type { Fields } from '../fields.ts';
import { objectField, textField } from '../fields.ts';

/** What a `response.image_generation_call.partial_image` brings; one that is too large is done without. */
export function partialPicture(event: Fields): readonly AnswerPart[] {
  const base64 = textField(event, 'partial_image_b64') ?? '';
  return base64 === '' || base64.length > longestPicture ? [] : [{ type: 'picture', base64, partial: true }];
}

/**
 * The picture of an `image_generation_call` that is done, or why there is none.
 *
 * @param reported the failure that the provider's error object stands for
 */
export function finishedPicture(
  item: Fields,
  reported: (error: unknown) => Failure,
): Extract<AnswerPart, { readonly type: 'picture' | 'failure' }> {
  const base64 = textField(item, 'result') ?? '';
  const error = objectField(item, 'error');
  if (error !== null || textField(item, 'status') === 'failed') return { type: 'failure', failure: reported(error) };
  if (base64 === '') return { type: 'failure', failure: { kind: 'no-image' } };
  if (base64.length > longestPicture) return { type: 'failure', failure: { kind: 'truncated', limit: 'size' } };
  return { type: 'picture', base64, partial: false };
}
