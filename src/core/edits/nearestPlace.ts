import { LineIndex } from './lineIndex.ts';

/** So many lines of the nearest place are shown. */
const mostLinesShown = 12;

/** Where most of a block's lines stand at their right distance, or null when none of them is anywhere. 0-based. */
function nearestPlace(text: LineIndex, block: readonly string[]): number | null {
  const votes = new Map<number, number>();
  let best: number | null = null;
  for (const [index, line] of block.entries()) {
    const key = LineIndex.keyOf(line, 'punctuation');
    // A lone brace tells little about where a block belongs.
    const weight = Math.min(key.length, 20);
    for (const place of key === '' ? [] : text.places(key, 'punctuation')) {
      const start = Math.max(0, place - index);
      const vote = (votes.get(start) ?? 0) + weight;
      votes.set(start, vote);
      if (best === null || vote > (votes.get(best) ?? 0)) {
        best = start;
      }
    }
  }
  return best;
}

/** A sentence for the model that shows what stands at the nearest place, with 1-based line numbers. */
export function nearestPlaceText(text: LineIndex, block: readonly string[]): string {
  const place = nearestPlace(text, block);
  if (place === null) {
    return 'No line of it occurs in the file.';
  }
  const shown = text.lines.slice(place, place + Math.min(block.length, mostLinesShown));
  return `The nearest place is line ${place + 1}:\n${numberedLines(shown, place + 1)}`;
}

/** Lines with their numbers, as the text editor tool shows a file. */
export function numberedLines(lines: readonly string[], firstNumber: number): string {
  return lines.map((line, index) => `${String(firstNumber + index).padStart(6)}\t${line}`).join('\n');
}
