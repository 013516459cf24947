import { type EditResult, failedEdit, lineNames } from './editResult.ts';
import { shiftedLine } from './indentShift.ts';
import { locate } from './locate.ts';
import { nearestPlaceText } from './nearestPlace.ts';
import { joinedText, type PlainText, plainText } from './plainText.ts';

/**
 * Replaces the one place of a piece of text, which may begin and end within lines. Where it does not occur to the
 * letter, whole lines are looked for in the looser ways of `locate`.
 */
export function landReplace(text: PlainText, oldText: string, newText: string): EditResult {
  const whole = joinedText(text);
  const places = placesOfText(whole, oldText);
  const [place] = places;
  if (place === undefined) {
    return replaceLines(text, oldText, newText);
  }
  if (places.length > 1) {
    return severalPlaces(places.map((offset) => lineAt(whole, offset)));
  }
  const edited = whole.slice(0, place) + newText + whole.slice(place + oldText.length);
  return { kind: 'landed', text: plainText(edited), tier: 'exact' };
}

/** Offsets of all places, overlapping ones too: which of them is meant is just as uncertain. */
function placesOfText(whole: string, part: string): readonly number[] {
  const offsets: number[] = [];
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    offsets.push(at);
  }
  return offsets;
}

function lineAt(whole: string, offset: number): number {
  return whole.slice(0, offset).split('\n').length - 1;
}

function replaceLines(text: PlainText, oldText: string, newText: string): EditResult {
  const block = plainText(oldText).lines;
  const location = locate(text.lines, block);
  if (location.kind === 'missing') {
    return failedEdit(`The text to replace was not found. ${nearestPlaceText(text.lines, block)}`);
  }
  if (location.kind === 'ambiguous') {
    return severalPlaces(location.starts);
  }
  const { start, tier, shift } = location.place;
  const added: string[] = [];
  for (const line of plainText(newText).lines) {
    const shifted = shift === null ? line : shiftedLine(line, shift);
    if (shifted === null) {
      return failedEdit(
        `The text to replace is indented differently at line ${start + 1}, and so must be the new text.`,
      );
    }
    added.push(shifted);
  }
  return { kind: 'landed', text: { ...text, lines: text.lines.toSpliced(start, block.length, ...added) }, tier };
}

function severalPlaces(starts: readonly number[]): EditResult {
  return failedEdit(
    `The text to replace occurs ${starts.length} times, on ${lineNames(starts)}. Give enough of the lines around it to tell which one is meant.`,
  );
}
