import type { PageMessages } from '../../../shared/previewView.ts';

/** How far code in the sandbox may go. */
export interface SandboxLimits {
  readonly memoryBytes: number;
  /** Time for one run, in milliseconds. */
  readonly deadline: number;
}

/** What came of a run: what it gave, a script that is none, or why it was stopped. */
export type SandboxOutcome = { readonly messages: PageMessages } & (
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }
  | { readonly kind: 'stopped'; readonly why: 'too-slow' | 'too-much-memory' | 'waiting' }
);
