import type { Provider } from './contender.ts';
import type { ImageFault } from './images/image.ts';
import type { BudgetRefusal } from './spend/budget.ts';
import type { InvalidOwnPrices } from './spend/ownPrices.ts';

/** Why a document cannot be the subject of a task. */
export type UnsuitableReason =
  | 'secret'
  | 'binary'
  | 'too-large'
  | 'notebook'
  | 'no-document'
  /** There is no interface to edit, and no folder for a new file. */
  | 'no-folder'
  | 'unreadable';

/** Why a path that a model or the person named is not written to. */
export type PathRefusal =
  | 'outside-workspace'
  | 'malformed'
  | 'protected'
  | 'secret'
  | 'symbolic-link'
  | 'not-in-task'
  /** Two accepted changes would make the same file. */
  | 'made-twice';

/**
 * Everything that can go wrong, as data. The host holds one sentence and one action for each kind, so nothing here is
 * meant to be read by a person. Cancelling is a state and failing tests are a result: neither is a failure.
 */
export type Failure =
  // Setup
  | { readonly kind: 'key-missing'; readonly provider: Provider }
  | { readonly kind: 'model-unknown'; readonly modelId: string }
  | { readonly kind: 'setting-invalid'; readonly setting: string; readonly value: string }
  | { readonly kind: 'untrusted-workspace' }
  // Provider
  | { readonly kind: 'key-rejected'; readonly provider: Provider }
  | { readonly kind: 'no-access'; readonly provider: Provider; readonly model: string }
  | { readonly kind: 'model-not-found'; readonly provider: Provider; readonly model: string }
  | { readonly kind: 'quota'; readonly provider: Provider }
  | { readonly kind: 'rate-limited'; readonly provider: Provider; readonly retryAfterMs: number | null }
  | { readonly kind: 'overloaded'; readonly provider: Provider }
  | { readonly kind: 'provider-fault'; readonly provider: Provider; readonly status: number | null }
  | { readonly kind: 'network-down'; readonly host: string; readonly code: string | null }
  | { readonly kind: 'tls'; readonly host: string; readonly code: string | null }
  | { readonly kind: 'proxy'; readonly host: string; readonly status: number | null }
  | { readonly kind: 'timed-out'; readonly host: string; readonly afterMs: number }
  | { readonly kind: 'stalled'; readonly host: string; readonly afterMs: number }
  /** The task has pictures, and the model takes none. */
  | { readonly kind: 'images-not-taken'; readonly model: string }
  | { readonly kind: 'prompt-too-long'; readonly provider: Provider }
  | { readonly kind: 'request-rejected'; readonly provider: Provider; readonly status: number; readonly reason: string }
  | { readonly kind: 'refused'; readonly explanation: string | null }
  | { readonly kind: 'truncated'; readonly limit: 'output' | 'context' | 'size' }
  | { readonly kind: 'stream-broken'; readonly host: string }
  | { readonly kind: 'protocol'; readonly host: string; readonly detail: string }
  // Answer
  /** The window was closed or its extension host ended while the answer was under way. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'no-edit' }
  /** A picture was asked for, and none is in the answer, or none that can be shown. */
  | { readonly kind: 'no-image' }
  | { readonly kind: 'empty-answer' }
  | { readonly kind: 'edit-mismatch'; readonly count: number }
  // Workspace
  | { readonly kind: 'document-unsuitable'; readonly path: string; readonly reason: UnsuitableReason }
  | { readonly kind: 'image-unsuitable'; readonly name: string; readonly reason: ImageFault }
  | { readonly kind: 'document-changed'; readonly path: string; readonly landed: number; readonly missed: number }
  | { readonly kind: 'document-gone'; readonly path: string }
  | { readonly kind: 'read-only'; readonly path: string }
  /** The file's encoding has no such character; it would be saved as a question mark. */
  | {
      readonly kind: 'not-encodable';
      readonly path: string;
      readonly encoding: string;
      readonly character: string;
    }
  | { readonly kind: 'path-refused'; readonly path: string; readonly reason: PathRefusal }
  | { readonly kind: 'edit-rejected'; readonly path: string }
  // Money
  | BudgetRefusal
  | InvalidOwnPrices
  // Our own
  | { readonly kind: 'ledger-unavailable'; readonly cause: string }
  | { readonly kind: 'unexpected'; readonly cause: string };

export type FailureKind = Failure['kind'];

/** One failure by its kind, e.g. `FailureOf<'rate-limited'>`. */
export type FailureOf<Kind extends FailureKind> = Extract<Failure, { readonly kind: Kind }>;
