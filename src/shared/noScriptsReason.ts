import type { ScriptBar } from '../core/preview/scriptPermission.ts';

/** Why the scripts of a page cannot be run. */
export type NoScriptsReason = ScriptBar | 'under-way' | 'no-scripts';
