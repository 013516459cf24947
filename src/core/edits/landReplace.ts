import { changedRanges } from '../diff/changedRanges.ts';
import { type EditResult, failedEdit, lineNames } from './editResult.ts';
import { shiftedLine } from './indentShift.ts';
import { LineIndex } from './lineIndex.ts';
import { locate } from './locate.ts';
import { nearestPlaceText } from './nearestPlace.ts';
import { joinedText, type PlainText, plainText } from './plainText.ts';
import type { TierMark } from './tierMarks.ts';

/**
 * Replaces the one place of a piece of text, which may begin and end within lines. Where it does not occur to the
 * letter, whole lines are looked for in the looser ways of `locate`.
 */
export function landReplace(text: PlainText, oldText: string, newText: string): EditResult {
  const whole = joinedText(text);
  const all = placesOfText(whole, oldText);
  const isLineStart = (offset: number): boolean => offset === 0 || whole[offset - 1] === '\n';
  const isIndented = (offset: number): boolean =>
    /(?:^|\n)[ \t]*$/.test(whole.slice(Math.max(0, offset - 1000), offset));
  // Whole lines are meant to be whole in the file too, not the end of a longer one.
  const wholeLines = all.filter(isLineStart);
  const places = oldText.endsWith('\n') && wholeLines.length > 0 ? wholeLines : all;
  const [place] = places;
  if (place === undefined || (oldText.endsWith('\n') && !isLineStart(place) && isIndented(place))) {
    return replaceLines(text, oldText, newText);
  }
  if (places.length > 1) {
    return severalPlaces(places.map((offset) => lineAt(whole, offset)));
  }
  const edited = whole.slice(0, place) + newText + whole.slice(place + oldText.length);
  return { kind: 'landed', text: plainText(edited), tier: 'exact', marks: [], failures: [] };
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
  const wanted = plainText(newText).lines;
  const index = new LineIndex(text.lines);
  const result = replaceBlock(text, index, block, wanted);
  if (result !== null) {
    return result;
  }
  // Blank lines at the ends of what was copied are often the model's own.
  const bare = withoutBlankEnds(block);
  const found = bare.length < block.length ? replaceBlock(text, index, bare, withoutBlankEnds(wanted)) : null;
  return found ?? failedEdit(`The text to replace was not found. ${nearestPlaceText(index, block)}`);
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1);
}

/** Null when the block is nowhere. */
function replaceBlock(
  text: PlainText,
  index: LineIndex,
  block: readonly string[],
  wanted: readonly string[],
): EditResult | null {
  const location = locate(index, block);
  if (location.kind === 'missing') {
    return null;
  }
  if (location.kind === 'ambiguous') {
    return severalPlaces(location.starts);
  }
  const { start, tier, shift } = location.place;
  const lines = [...text.lines];
  const marks: TierMark[] = [];
  // From the bottom up, so that the lines above keep their numbers. Lines that both texts have stay as the file has them.
  for (const range of changedRanges(block, wanted).toReversed()) {
    const added: string[] = [];
    for (const line of wanted.slice(range.nextStart, range.nextEnd)) {
      const shifted = shift === null ? line : shiftedLine(line, shift);
      if (shifted === null) {
        return failedEdit(
          `The text to replace is indented differently at line ${start + 1}, and so must be the new text.`,
        );
      }
      added.push(shifted);
    }
    const first = start + range.baseStart;
    const end = start + range.baseEnd;
    lines.splice(first, end - first, ...added);
    if (tier !== 'exact') {
      marks.push({ start: start + range.nextStart, end: start + range.nextEnd, tier });
    }
  }
  return { kind: 'landed', text: { ...text, lines }, tier, marks, failures: [] };
}

function severalPlaces(starts: readonly number[]): EditResult {
  return failedEdit(
    `The text to replace occurs ${starts.length} times, on ${lineNames(starts)}. Give enough of the lines around it to tell which one is meant.`,
  );
}
