/** How a request ended; `open` is under way, or was left behind by a window that ended. */
export type OutcomeChoice = 'complete' | 'failed' | 'cancelled' | 'open';
