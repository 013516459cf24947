import { hasHiddenCharacters } from '../../../core/diff/hiddenCharacters.ts';
import type { CodeRow, LineRange } from './codeRow.ts';
import { nameOfCharacter, splitHiddenCharacters } from './visibleText.ts';

/** A coloured stretch of a line; `bold`, `italic` and `underline` are the theme's. */
export interface LineToken {
  readonly length: number;
  readonly colour: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** The smallest stretch of a line that looks the same throughout. */
export interface LinePiece {
  readonly text: string;
  readonly token: LineToken | null;
  readonly marked: boolean;
  /** True when `text` is the name of a hidden character. */
  readonly hidden: boolean;
}

/**
 * Cuts a line where its colours, its marked words or its hidden characters begin and end. Tokens are laid end to end
 * from the line's start; what they do not reach has no colour. A hidden character is replaced by its name.
 */
export function linePieces(
  row: Pick<CodeRow, 'text' | 'marks'>,
  tokens: readonly LineToken[] | null,
): readonly LinePiece[] {
  const { text, marks } = row;
  if (text === '') return [];
  if (tokens === null && marks.length === 0 && !hasHiddenCharacters(text)) {
    return [{ text, token: null, marked: false, hidden: false }];
  }
  const colours = tokenRanges(tokens ?? []);
  const cuts = [
    ...new Set([0, text.length, ...colours.flatMap(({ start, end }) => [start, end]), ...marks.flatMap(rangeCuts)]),
  ]
    .filter((cut) => cut <= text.length)
    .sort((one, other) => one - other);
  const pieces: LinePiece[] = [];
  let colour = 0;
  cuts.forEach((start, index) => {
    const end = cuts[index + 1];
    if (end === undefined) return;
    while ((colours[colour]?.end ?? text.length) <= start) colour += 1;
    const token = colours[colour]?.token ?? null;
    const marked = marks.some((mark) => mark.start <= start && end <= mark.end);
    for (const part of splitHiddenCharacters(text.slice(start, end))) {
      pieces.push({ text: part.hidden ? nameOfCharacter(part.text) : part.text, token, marked, hidden: part.hidden });
    }
  });
  return pieces;
}

function rangeCuts({ start, end }: LineRange): readonly number[] {
  return [start, end];
}

function tokenRanges(tokens: readonly LineToken[]): readonly (LineRange & { readonly token: LineToken })[] {
  let start = 0;
  return tokens.map((token) => {
    const range = { start, end: start + token.length, token };
    start = range.end;
    return range;
  });
}
