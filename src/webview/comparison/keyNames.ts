/** How a key with the command modifier is written where the panel is shown, which need not be where the host runs. */
export function commandKey(key: 'Enter'): string {
  return navigator.platform.startsWith('Mac') ? '⌘↩' : `Ctrl+${key}`;
}
