import { diffArrays } from 'diff';
import type { TextRange } from '../task.ts';
import { type LineWords, shareOf, weightOf } from './lineWords.ts';

/** What changed between two lines: for each, in order, UTF-16 offsets. Nothing where little stayed. */
export interface ChangedWords {
  readonly old: readonly TextRange[];
  readonly new: readonly TextRange[];
}

/** Lines that differ in more tokens than this have nothing to do with each other. */
const mostEdits = 400;
/** Between two long changes, so few characters that stayed are chance. */
const longestChance = 2;
/** Characters of a change, removed and added together, that make it a long one. */
const fewestOfLongChange = 8;

/** Compares two lines word by word. Indentation is left out; blanks between two changed words are marked with them. */
export function changedWords(one: LineWords, other: LineWords): ChangedWords {
  const changes = diffArrays([...one.tokens], [...other.tokens], { maxEditLength: mostEdits });
  if (changes === undefined) {
    return { old: [], new: [] };
  }
  const stretches = joined(
    changes.map(({ value, added, removed }) => ({
      old: added ? [] : value,
      new: removed ? [] : value,
      stays: !added && !removed,
    })),
  );
  const common = stretches
    .filter(({ stays }) => stays)
    .reduce((sum, stretch) => sum + stretch.old.reduce((weight, token) => weight + weightOf(token), 0), 0);
  return shareOf(common, one, other) === 0
    ? { old: [], new: [] }
    : { old: ranges(stretches, 'old', one.indentation), new: ranges(stretches, 'new', other.indentation) };
}

/** Tokens that stay, or those that make way for others. */
interface Stretch {
  readonly old: readonly string[];
  readonly new: readonly string[];
  readonly stays: boolean;
}

/** Changes side by side, or with next to nothing between them, are one. */
function joined(parts: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const [index, part] of parts.entries()) {
    const before = result.at(-1);
    const isChange = !part.stays || isChance(before, part, parts.slice(index + 1, index + 3));
    if (before !== undefined && !before.stays && isChange) {
      result[result.length - 1] = {
        old: [...before.old, ...part.old],
        new: [...before.new, ...part.new],
        stays: false,
      };
    } else {
      result.push(part);
    }
  }
  return result;
}

/** Whether what stays is blanks between two changes, or signs and short words between two long ones. */
function isChance(before: Stretch | undefined, part: Stretch, following: readonly Stretch[]): boolean {
  const after = following.filter(({ stays }) => !stays);
  if (before === undefined || before.stays || after.length === 0) {
    return false;
  }
  const length = lengthOf(part.old);
  const areLong = charactersOf([before]) >= fewestOfLongChange && charactersOf(after) >= fewestOfLongChange;
  return length === 0 || (length <= longestChance && areLong);
}

function charactersOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, stretch) => sum + lengthOf(stretch.old) + lengthOf(stretch.new), 0);
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.trim().length, 0);
}

function ranges(stretches: readonly Stretch[], which: 'old' | 'new', indentation: number): readonly TextRange[] {
  const found: TextRange[] = [];
  let start = indentation;
  for (const stretch of stretches) {
    const end = start + stretch[which].reduce((sum, token) => sum + token.length, 0);
    if (!stretch.stays && end > start) {
      found.push({ start, end });
    }
    start = end;
  }
  return found;
}
