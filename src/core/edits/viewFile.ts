import { numberedLines } from './nearestPlace.ts';
import { type Overlay, pathsOf, textOf } from './overlay.ts';
import { knownPath, unknownPath } from './overlayPaths.ts';
import { normalizedPath } from './pathRules.ts';
import { plainText } from './plainText.ts';
import type { FileView } from './toolCall.ts';

/** More characters than this are not shown at once. */
const mostCharacters = 100_000;

/** What a model is shown of a file. */
export interface ShownFile {
  readonly succeeded: boolean;
  /** In words for the model where it did not succeed. */
  readonly text: string;
  /** 1-based first and last line shown; null for anything but lines. */
  readonly lines: readonly [first: number, last: number] | null;
}

/**
 * What a model is shown that asks to read a file: its lines with 1-based numbers as the edits so far left it, or for a
 * folder the files in it. A long file is cut, and says so. Fails, in words for the model, for files that nobody has read
 * and for lines that the file does not have.
 *
 * @param onlyPath the only one of the overlay's files that may be shown as a whole, since of the others not more may be
 * seen than what was sent of them; null when all may
 */
export function viewFile(overlay: Overlay, view: FileView, onlyPath: string | null): ShownFile {
  const known = pathsOf(overlay);
  const path = knownPath(known, view.path);
  const text = path === null ? null : textOf(overlay, path);
  if (text === null) {
    const files = filesIn(known, view.path);
    return files.length > 0
      ? { succeeded: true, text: files.join('\n'), lines: null }
      : refused(path === null ? unknownPath(known).reason : 'The file was deleted before.');
  }
  // Of the other files the person saw the pieces that were sent; more of them must not leave the machine unseen.
  if (onlyPath !== null && path !== onlyPath && overlay.files.some((file) => file.path === path)) {
    return refused('Of this file you were shown all that can be shown. Edit it by what you saw.');
  }
  const { lines } = plainText(text);
  if (lines.length === 0) {
    return { succeeded: true, text: 'The file is empty.', lines: null };
  }
  const [first, last] = view.lines ?? [1, lines.length];
  if (view.lines !== null && (first < 1 || first > lines.length || last < first)) {
    return refused(`The file has ${lines.length} lines. Ask for some of those.`);
  }
  return { succeeded: true, ...cut(lines.slice(first - 1, last), first) };
}

function refused(text: string): ShownFile {
  return { succeeded: false, text, lines: null };
}

function filesIn(known: readonly string[], written: string): readonly string[] {
  const folder = normalizedPath(written).replace(/^\.$/, '').replace(/\/$/, '');
  return folder === '' ? known : known.filter((path) => path.startsWith(`${folder}/`));
}

function cut(lines: readonly string[], firstNumber: number): Pick<ShownFile, 'text' | 'lines'> {
  let characters = 0;
  let count = 0;
  while (count < lines.length && characters <= mostCharacters) {
    characters += (lines[count] ?? '').length + 8;
    count++;
  }
  const shown = numberedLines(lines.slice(0, count), firstNumber).slice(0, mostCharacters);
  const isCut = count < lines.length || shown.length === mostCharacters;
  const lastNumber = firstNumber + count - 1;
  return {
    text: isCut ? `${shown}\n[Cut here: ask for the lines from ${lastNumber} on.]` : shown,
    lines: [firstNumber, lastNumber],
  };
}
