/** What a key asks for. */
export type KeyCommand =
  | 'accept'
  | 'reject'
  | 'next-hunk'
  | 'previous-hunk'
  | 'left-side'
  | 'right-side'
  | 'take-left'
  | 'take-right'
  | 'take-neither'
  | 'next-undecided'
  | 'neither'
  | 'result'
  | 'undo'
  | 'apply';

/** The parts of a key press that matter, and where it happened. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** True in a check box and the like, where letters mean themselves. */
  readonly inField: boolean;
  /** True where text is written: every key means what it means there. */
  readonly inText: boolean;
  /** True when a hunk itself has the focus, so that arrows move between hunks instead of scrolling. */
  readonly onHunk: boolean;
}

const letters: Readonly<Record<string, KeyCommand>> = {
  a: 'accept',
  r: 'reject',
  j: 'next-hunk',
  k: 'previous-hunk',
  n: 'neither',
  v: 'result',
  u: 'undo',
  '[': 'left-side',
  ']': 'right-side',
  '1': 'take-left',
  '2': 'take-right',
  '0': 'take-neither',
  d: 'next-undecided',
};

const arrows: Readonly<Record<string, KeyCommand>> = {
  ArrowDown: 'next-hunk',
  ArrowUp: 'previous-hunk',
  ArrowLeft: 'left-side',
  ArrowRight: 'right-side',
};

/** The command for a key press, or null when the key means nothing here. */
export function keyCommand(press: KeyPress): KeyCommand | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, inField, onHunk } = press;
  if (press.inText) return null;
  const isCommandKey = ctrlKey || metaKey;
  if (key === 'Enter') return isCommandKey && !altKey && !shiftKey ? 'apply' : null;
  if (inField || isCommandKey) return null;
  if (altKey) return key === 'ArrowDown' || key === 'ArrowUp' ? (arrows[key] ?? null) : null;
  if (onHunk && !shiftKey && arrows[key] !== undefined) return arrows[key];
  return letters[key.toLowerCase()] ?? null;
}
