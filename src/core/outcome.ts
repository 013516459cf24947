import type { Hunk } from './diff/hunk.ts';
import type { Failure } from './failure.ts';

/** What the person's last decision came to. */
export type Outcome =
  | { readonly kind: 'applied'; readonly landed: number; readonly alreadyThere: number }
  | { readonly kind: 'partly-applied'; readonly landed: number; readonly missed: readonly Hunk[] }
  | { readonly kind: 'not-applied'; readonly failure: Failure }
  | { readonly kind: 'declined' };
