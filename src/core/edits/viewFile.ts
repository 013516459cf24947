import { numberedLines } from './nearestPlace.ts';
import { type Overlay, pathsOf, textOf } from './overlay.ts';
import { knownPath, unknownPath } from './overlayPaths.ts';
import { normalizedPath } from './pathRules.ts';
import { plainText } from './plainText.ts';
import type { FileView } from './toolCall.ts';

/** More characters than this are not shown at once. */
const mostCharacters = 100_000;

/**
 * What a model is shown that asks to read a file: its lines with 1-based numbers as the edits so far left it, or for a
 * folder the files in it. Of the task's other files nothing is shown beyond the prompt. A long file is cut, and says so. Fails, in words for the model, for files that are not
 * part of the task and for lines that the file does not have.
 */
export function viewFile(overlay: Overlay, view: FileView): { readonly succeeded: boolean; readonly text: string } {
  const known = pathsOf(overlay);
  const path = knownPath(known, view.path);
  const text = path === null ? null : textOf(overlay, path);
  if (text === null) {
    const files = filesIn(known, view.path);
    return files.length > 0
      ? { succeeded: true, text: files.join('\n') }
      : { succeeded: false, text: path === null ? unknownPath(known).reason : 'The file was deleted before.' };
  }
  // Of the other files the person saw the pieces that were sent; more of them must not leave the machine unseen.
  if (path !== overlay.files[0]?.path && overlay.files.some((file) => file.path === path)) {
    return { succeeded: false, text: 'Of this file you were shown all that can be shown. Edit it by what you saw.' };
  }
  const { lines } = plainText(text);
  if (lines.length === 0) {
    return { succeeded: true, text: 'The file is empty.' };
  }
  const [first, last] = view.lines ?? [1, lines.length];
  if (view.lines !== null && (first < 1 || first > lines.length || last < first)) {
    return { succeeded: false, text: `The file has ${lines.length} lines. Ask for some of those.` };
  }
  return { succeeded: true, text: cut(lines.slice(first - 1, last), first) };
}

function filesIn(known: readonly string[], written: string): readonly string[] {
  const folder = normalizedPath(written).replace(/^\.$/, '').replace(/\/$/, '');
  return folder === '' ? known : known.filter((path) => path.startsWith(`${folder}/`));
}

function cut(lines: readonly string[], firstNumber: number): string {
  let characters = 0;
  let count = 0;
  while (count < lines.length && characters <= mostCharacters) {
    characters += (lines[count] ?? '').length + 8;
    count++;
  }
  const shown = numberedLines(lines.slice(0, count), firstNumber).slice(0, mostCharacters);
  const isCut = count < lines.length || shown.length === mostCharacters;
  return isCut ? `${shown}\n[Cut here: ask for the lines from ${firstNumber + count - 1} on.]` : shown;
}
