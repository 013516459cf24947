import type { PanelCommand } from '../../shared/messages.ts';

/** Commands about hunks, and what each asks of the panel that has the focus; null for those that are no key of it. */
export const reviewCommands = {
  reviewInline: null,
  openInDiffEditor: null,
  nextHunk: 'next-hunk',
  previousHunk: 'previous-hunk',
  acceptHunk: 'accept',
  rejectHunk: 'reject',
  takeLeft: 'take-left',
  takeRight: 'take-right',
  undoChoice: 'undo',
  applyAccepted: 'apply',
  showOtherSide: null,
  endReview: null,
} as const satisfies Readonly<Record<string, PanelCommand | null>>;

/** Their names, without the `tiebreak.` in front. */
export type ReviewCommand = keyof typeof reviewCommands;
