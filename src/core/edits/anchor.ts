import type { LineIndex } from './lineIndex.ts';

/** Where a section may be, after its anchors were followed. Lines are 0-based. */
export interface AnchoredStart {
  /** The first line that the section's own lines may begin with: the anchor's, since models tend to repeat it. */
  readonly from: number;
  /** The line below the anchor. */
  readonly below: number;
}

/**
 * Where a section with these anchors may start. Each anchor is looked for below the one before it, the first from
 * `cursor` on: as a whole line, then without regard to indentation, then as the beginning of a line. An anchor that
 * was passed already stands for the cursor; one that is nowhere is passed over, since it is only a hint. Empty when
 * there is no anchor or none is found.
 */
export function anchoredStarts(text: LineIndex, anchors: readonly string[], cursor: number): readonly AnchoredStart[] {
  let starts: readonly AnchoredStart[] = [];
  for (const anchor of anchors) {
    const places = linesLike(text, anchor);
    const found =
      starts.length === 0 ? fromCursor(places, cursor) : starts.flatMap(({ below }) => firstFrom(places, below));
    starts = found.length > 0 ? found : starts;
  }
  return starts;
}

function fromCursor(places: readonly number[], cursor: number): readonly AnchoredStart[] {
  const isPassed = places.some((line) => line < cursor);
  const ahead = places.filter((line) => line >= cursor).map((line) => ({ from: line, below: line + 1 }));
  return isPassed ? [{ from: cursor, below: cursor }, ...ahead] : ahead;
}

function firstFrom(places: readonly number[], below: number): readonly AnchoredStart[] {
  const line = places.find((place) => place >= below);
  return line === undefined ? [] : [{ from: line, below: line + 1 }];
}

function linesLike(text: LineIndex, anchor: string): readonly number[] {
  const wanted = anchor.trim();
  const same = [text.places(anchor, 'exact'), text.places(wanted, 'indentation')].find((found) => found.length > 0);
  return same ?? text.keys('indentation').flatMap((line, index) => (line.startsWith(wanted) ? [index] : []));
}
