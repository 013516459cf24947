import type { AnswerGrowth, Envelope, HostMessages } from '../shared/messages.ts';

/** One post of the host's. */
export type HostPost = Envelope<HostMessages>;

/** Calls back after that many milliseconds; returns how to call it off. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/** One frame of a 60 Hz screen, in milliseconds. */
const frame = 16;

/**
 * Gathers what happens within a frame and posts it at once, so that two fast streams cost a panel sixty posts a second
 * and not thousands. Order is kept where it matters: text of the same asking is joined, a side's later change replaces
 * its earlier one, a whole view replaces everything before it.
 */
export class PostQueue {
  readonly #post: (message: HostPost) => void;
  readonly #after: After;
  #waiting: readonly HostPost[] = [];
  #callOff: (() => void) | null = null;

  constructor(post: (message: HostPost) => void, after: After) {
    this.#post = post;
    this.#after = after;
  }

  /** Posts it within a frame, together with what else comes until then. */
  add(message: HostPost): void {
    this.#waiting = combine(this.#waiting, message);
    this.#callOff ??= this.#after(frame, () => this.flush());
  }

  /** Posts what is waiting now. */
  flush(): void {
    this.#callOff?.();
    this.#callOff = null;
    const messages = this.#waiting;
    this.#waiting = [];
    for (const message of messages) this.#post(message);
  }

  /** Forgets what is waiting, e.g. because the panel is gone. */
  clear(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#waiting = [];
  }
}

function combine(waiting: readonly HostPost[], message: HostPost): readonly HostPost[] {
  switch (message.type) {
    case 'view-replaced':
      return [message];
    case 'side-changed': {
      const { side, attempt } = message.payload;
      const isEarlier = (other: HostPost) =>
        other.type === 'side-changed' && other.payload.side === side && other.payload.attempt === attempt;
      return waiting.some(isEarlier)
        ? waiting.map((other) => (isEarlier(other) ? message : other))
        : [...waiting, message];
    }
    case 'answer-grew':
      return joinGrowth(waiting, message);
    default:
      return [...waiting, message];
  }
}

function joinGrowth(
  waiting: readonly HostPost[],
  message: Extract<HostPost, { readonly type: 'answer-grew' }>,
): readonly HostPost[] {
  let joined = false;
  const messages = waiting.map((other): HostPost => {
    if (joined || other.type !== 'answer-grew') return other;
    const payload = join(other.payload, message.payload);
    if (payload === null) return other;
    joined = true;
    return { ...other, payload };
  });
  return joined ? messages : [...waiting, message];
}

/** Null when the second does not simply continue the first. */
function join(first: AnswerGrowth, second: AnswerGrowth): AnswerGrowth | null {
  if (first.side !== second.side || first.attempt !== second.attempt) return null;
  const prose = joinText(first.prose, second.prose);
  const thinking = joinText(first.thinking, second.thinking);
  return prose === undefined || thinking === undefined ? null : { ...first, prose, thinking };
}

type Addition = { readonly at: number; readonly text: string } | null;

function joinText(first: Addition, second: Addition): Addition | undefined {
  if (first === null) return second;
  if (second === null) return first;
  return first.at + first.text.length === second.at ? { at: first.at, text: first.text + second.text } : undefined;
}
