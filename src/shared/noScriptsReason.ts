/** Why the scripts of a page cannot be run. */
export type NoScriptsReason = 'untrusted' | 'off' | 'old-version' | 'under-way' | 'no-scripts';
