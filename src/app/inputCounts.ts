import type { Failure } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import { sides } from '../core/side.ts';
import type { ConversationStart, ModelClients } from './ports.ts';

/** What a provider said of a request's input tokens. */
export type InputCount =
  | { readonly kind: 'none' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'counted'; readonly tokens: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

interface Counting {
  readonly start: ConversationStart;
  readonly controller: AbortController;
  readonly count: InputCount;
}

/** Has the providers count the input tokens of what would be sent, and keeps what they said for as long as it is true. */
export class InputCounts {
  private readonly clients: ModelClients;
  private readonly changed: () => void;
  private hasSent = false;
  private readonly countings: Record<Side, Counting | null> = { left: null, right: null };

  constructor(clients: ModelClients, changed: () => void) {
    this.clients = clients;
    this.changed = changed;
  }

  /** True once any text may have left to be counted, whatever became of it since. */
  get wasAnythingSent(): boolean {
    return this.hasSent || sides.some((side) => this.countings[side]?.count.kind === 'under-way');
  }

  /** The count of exactly this request. */
  of(start: ConversationStart): InputCount {
    const counting = this.countings[start.contender.side];
    return counting !== null && isSameRequest(counting.start, start) ? counting.count : { kind: 'none' };
  }

  /** Sends a request to its provider to be counted, unless that was done or is being done. Never throws. */
  async count(start: ConversationStart): Promise<void> {
    const { side } = start.contender;
    const { kind } = this.of(start);
    if (kind === 'under-way' || kind === 'counted') return;
    this.stop(side);
    const counting: Counting = { start, controller: new AbortController(), count: { kind: 'under-way' } };
    this.countings[side] = counting;
    this.changed();
    const count = await this.ask(start, counting.controller.signal);
    this.hasSent ||= count.kind !== 'failed' || !leftNothing.has(count.failure.kind);
    if (this.countings[side] !== counting) return;
    this.countings[side] = { ...counting, count };
    this.changed();
  }

  /** Stops counting what would no longer be sent like that. */
  keepOnly(start: ConversationStart): void {
    if (this.of(start).kind === 'none') this.stop(start.contender.side);
  }

  /** Stops what is under way; what was counted stays. */
  stopAll(): void {
    for (const side of sides) if (this.countings[side]?.count.kind === 'under-way') this.stop(side);
  }

  private stop(side: Side): void {
    const counting = this.countings[side];
    this.hasSent ||= counting?.count.kind === 'under-way';
    counting?.controller.abort();
    this.countings[side] = null;
  }

  private async ask(start: ConversationStart, signal: AbortSignal): Promise<InputCount> {
    try {
      const client = await this.clients.clientFor(start.contender);
      const counted = await client.count(start, signal);
      return typeof counted === 'number' ? { kind: 'counted', tokens: counted } : { kind: 'failed', failure: counted };
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', failure: { kind: 'unexpected', cause } };
    }
  }
}

/** Failures that keep everything here; of all others nobody can tell. */
const leftNothing: ReadonlySet<Failure['kind']> = new Set(['key-missing', 'untrusted-workspace']);

/** Settings that change no token of the input make no difference. */
function isSameRequest(one: ConversationStart, other: ConversationStart): boolean {
  return (
    one.contender.provider === other.contender.provider &&
    one.contender.model === other.contender.model &&
    one.contender.usesTools === other.contender.usesTools &&
    one.canRead === other.canRead &&
    one.prompt.system === other.prompt.system &&
    one.prompt.user === other.prompt.user &&
    one.prompt.images.length === other.prompt.images.length &&
    one.prompt.images.every(({ data }, index) => data === other.prompt.images[index]?.data)
  );
}
