import type { Metered } from '../../core/spend/billing.ts';
import type { Fields } from '../fields.ts';
import { countField, isFields } from '../fields.ts';
import { meteredMessage } from './metered.ts';

/** The counts that arrive more than once in a stream. */
const countNames: ReadonlySet<string> = new Set([
  'input_tokens',
  'cache_creation_input_tokens',
  'cache_read_input_tokens',
  'output_tokens',
]);

/**
 * Gathers a message's usage from `message_start` and any number of `message_delta`s. Those are cumulative, and leave
 * out or null what they do not know, so the last count of each name holds. Only `message_start` names the terms and
 * splits cache writes into five minutes and one hour.
 */
export class MessageUsage {
  private fields: Fields = {};

  /**
   * Takes the `usage` object of an event; gives the usage so far, or null when it is not known.
   *
   * @param model that of the message
   * @param final whether the message is complete: before, no output may have been counted yet
   */
  take(
    raw: unknown,
    model: string | null,
    final: boolean,
  ): { readonly metered: Metered; readonly raw: unknown } | null {
    if (!isFields(raw)) return null;
    const known = Object.entries(raw).filter(
      ([name, value]) => value !== null && (!countNames.has(name) || countField(raw, name) !== null),
    );
    this.fields = { ...this.fields, ...Object.fromEntries(known) };
    const metered = meteredMessage(final ? this.fields : { output_tokens: 0, ...this.fields }, model);
    return metered === null ? null : { metered, raw: this.fields };
  }
}
