import type { Evidence, Violation } from '../../core/preview/evidence.ts';

/** What is known about one side's page. */
export interface SideEvidence {
  readonly state: 'none' | 'checking' | 'told' | 'failed';
  readonly violations: readonly Violation[];
  /** How wide the content is at 375 pixels; null before it was measured. */
  readonly narrow: number | null;
  readonly messages: Evidence['messages'];
}

/** Before anything is known. */
export const noEvidence: SideEvidence = { state: 'none', violations: [], narrow: null, messages: [] };
