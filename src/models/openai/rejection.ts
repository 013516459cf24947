import { noToolUse } from '../toolForm.ts';
import { providerMessage } from '../transport/providerMessage.ts';
import type { OptionalParameter } from './parameters.ts';
import { rejectedParameter } from './parameters.ts';

/**
 * The optional parameter that something thrown by the SDK turned down, or null when it is about something else.
 *
 * @param key only to be taken out of messages
 */
export function rejectionIn(
  error: unknown,
  sdk: typeof import('openai'),
  key: string,
  sent: readonly OptionalParameter[],
): OptionalParameter | null {
  const isRejection =
    error instanceof sdk.BadRequestError ||
    error instanceof sdk.UnprocessableEntityError ||
    (error instanceof sdk.NotFoundError && noToolUse.test(error.message));
  return isRejection ? rejectedParameter(error.param ?? null, providerMessage(error.message, key), sent) : null;
}
