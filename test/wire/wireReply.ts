import type { FileEdit, ReadRequest } from '../../src/core/edits/toolCall.ts';
import type { FunctionCall, StreamedPicture } from '../../src/models/scripted/openaiEvents.ts';

/** An event of either provider's stream. */
export type WireEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What the body says, before anything is done to it. */
export type WireContent =
  /** A recorded stream by file name; `part` counts responses from 0 where a file holds several. */
  | { readonly kind: 'recording'; readonly name: string; readonly part?: number }
  | { readonly kind: 'events'; readonly events: readonly WireEvent[] }
  /** A well-formed stream in the format of whichever provider is asked. */
  | ({ readonly kind: 'answer' } & WireAnswer)
  | { readonly kind: 'text'; readonly text: string };

export interface WireAnswer {
  /** By default what the request asked for. */
  readonly model?: string;
  readonly thinking?: string;
  readonly prose?: string;
  readonly edits?: readonly FileEdit[];
  /** What the model asks to read; its calls come before the edits. */
  readonly reads?: readonly ReadRequest[];
  /** Calls of functions by name, as the model would write them; they come after the edits. */
  readonly functions?: readonly FunctionCall[];
  /** What OpenAI's tool for pictures makes; it comes last. */
  readonly picture?: StreamedPicture;
  /** How many rounds came before. Ids of calls begin with it, so that they do not repeat within a conversation. */
  readonly round?: number;
  /** Replaces the whole usage object at the stream's end, in the provider's own form. */
  readonly usage?: Readonly<Record<string, unknown>>;
}

/** What goes wrong with one event (a frame of the stream, counted from 0). */
export type FrameFault =
  | { readonly kind: 'duplicate' | 'swap-with-next' | 'drop' | 'malformed-json' | 'no-event-line'; readonly at: number }
  /** Raw bytes before the event, e.g. a comment or a ping. */
  | { readonly kind: 'insert'; readonly at: number; readonly text: string };

/** What goes wrong with the connection. */
export type ConnectionFault =
  | { readonly kind: 'stall-before-headers' | 'reset-before-headers' }
  /** Stops after so many events, or bytes, and then ends properly, resets the socket, or stays open in silence. */
  | {
      readonly kind: 'cut';
      readonly afterEvents?: number;
      readonly afterBytes?: number;
      readonly followedBy: 'end' | 'reset' | 'stall';
    }
  /** Nothing but this, for ever. */
  | { readonly kind: 'pings-only'; readonly everyMs: number }
  /** A comment of so many bytes after the first event. */
  | { readonly kind: 'flood'; readonly bytes: number }
  | { readonly kind: 'gzip' | 'bad-gzip' };

/** One response of the wire server. All of it is plain JSON, so that it can be ordered over HTTP too. */
export interface WireReply {
  /** 200 by default. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: WireContent;
  readonly faults?: readonly (FrameFault | ConnectionFault)[];
  /** How the body is cut into writes: all at once, one per event (the default), or so many bytes each. */
  readonly chunks?: 'whole' | 'events' | number;
  /** Events a second; as fast as possible by default. One delta is one token or so. */
  readonly eventsPerSecond?: number;
}
