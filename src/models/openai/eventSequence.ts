import type { Fields } from '../fields.ts';
import { numberField } from '../fields.ts';

/** How many past events are remembered to tell a repeated one from a reused number. */
const memory = 1000;

/**
 * Watches the Responses API's `sequence_number`, which counts up by one from event to event. Some gateways leave it out
 * or fill in zeros; once numbers prove to mean nothing they are no longer looked at.
 */
export class EventSequence {
  /** True once a number was skipped: something may have been lost. */
  hasGap = false;
  private last: number | null = null;
  private meaningful = true;
  private readonly seen = new Map<number, string>();

  /** `late` means that the event belongs before one that was already handled. */
  place(event: Fields): 'next' | 'repeated' | 'late' {
    const number = numberField(event, 'sequence_number');
    if (number === null || !this.meaningful) return 'next';
    const print = JSON.stringify(event);
    const known = this.seen.get(number);
    if (known === print) return 'repeated';
    if (known !== undefined) {
      this.meaningful = false;
      this.hasGap = false;
      return 'next';
    }
    if (this.last !== null && number < this.last) return 'late';
    if (this.last !== null && number > this.last + 1) this.hasGap = true;
    this.last = number;
    this.seen.set(number, print);
    this.seen.delete(number - memory);
    return 'next';
  }
}
