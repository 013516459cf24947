import { isSealed } from './sealedVersion.ts';

/**
 * Where the scripts of previewed pages may be run at all: in VS Code as an app of its own, in browsers too, or nowhere.
 * The difference: a browser connects ahead of where a page tries to lead its frame, though it may not go there; an app
 * of its own, which is made of the browser's engine without the browser around it, does not.
 */
export type ScriptSetting = 'desktop' | 'everywhere' | 'never';

/** The window that a page's scripts would run in. */
export interface ScriptSurroundings {
  readonly setting: ScriptSetting;
  /** Whether this VS Code is an app of its own, not a page in a browser. */
  readonly isDesktop: boolean;
  /** Whether the person trusts the workspace. */
  readonly isTrusted: boolean;
  /** VS Code's version, e.g. `1.139.1`. */
  readonly version: string;
}

/** Why no page's scripts may run in a window. */
export type ScriptBar = 'untrusted' | 'never' | 'browser' | 'old-version';

/**
 * The setting by its value. Nothing set is `desktop`. Versions up to 0.2 knew yes and no. A value that means nothing
 * allows nothing: a slip must not open what was closed.
 */
export function readScriptSetting(value: unknown): ScriptSetting {
  if (value === undefined || value === 'desktop') return 'desktop';
  return value === 'everywhere' || value === true ? 'everywhere' : 'never';
}

/** Why no page's scripts may run there, the reason that no setting changes first; or null. */
export function scriptBar({ setting, isDesktop, isTrusted, version }: ScriptSurroundings): ScriptBar | null {
  if (!isTrusted) return 'untrusted';
  if (!isSealed(version)) return 'old-version';
  if (setting === 'never') return 'never';
  return setting === 'desktop' && !isDesktop ? 'browser' : null;
}
