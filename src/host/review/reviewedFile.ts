import type { ComparisonSession } from '../../app/comparisonSession.ts';
import { isAcceptable, isAwaited } from '../../core/answer.ts';
import { hunksBySide } from '../../core/comparison.ts';
import { acceptedHunks } from '../../core/diff/choices.ts';
import type { Hunk } from '../../core/diff/hunk.ts';
import { type CareReason, careReasons } from '../../core/diff/hunkCare.ts';
import { hunksInOrder } from '../../core/diff/hunkOrder.ts';
import { otherSide, type Side } from '../../core/side.ts';
import type { SourceFile } from '../../core/task.ts';
import { placeHunks } from './hunkPlaces.ts';

/** One hunk where it stands in an editor, and what is decided about it. */
export interface ReviewedHunk {
  readonly hunk: Hunk;
  /** 1-based within its side, as the panel counts. */
  readonly number: number;
  /** Lines of the document as it is now, 0-based and half-open. */
  readonly start: number;
  readonly end: number;
  /** These lines were changed since the models saw them. */
  readonly isLost: boolean;
  readonly choice: 'open' | 'accepted' | 'rejected';
  readonly care: readonly CareReason[];
}

/** One file of a side, reviewed in the person's editor. */
export interface ReviewedFile {
  readonly session: ComparisonSession;
  readonly side: Side;
  /** The contender's name. */
  readonly label: string;
  readonly otherLabel: string;
  /** From top to bottom. */
  readonly hunks: readonly ReviewedHunk[];
  /** How many hunks the side has, those of other files included. */
  readonly count: number;
  /** How many hunks would be written now, of either side. */
  readonly accepted: number;
  /** Whether hunks can be accepted: `later` while the answer is still coming, `never` when it failed. */
  readonly acceptable: 'now' | 'later' | 'never';
}

/** What an editor shows of a side's hunks of one file, whose text is that now. */
export function reviewedFile(
  session: ComparisonSession,
  side: Side,
  file: SourceFile,
  currentText: string,
): ReviewedFile {
  const { comparison } = session;
  const answer = comparison[side];
  const ordered = hunksInOrder(answer.hunks);
  const places = placeHunks(
    file.text,
    currentText,
    ordered.filter((hunk) => hunk.path === file.path && hunk.change !== 'create'),
  );
  return {
    session,
    side,
    label: answer.contender.label,
    otherLabel: comparison[otherSide(side)].contender.label,
    hunks: places.map((place) => ({
      ...place,
      number: ordered.findIndex(({ id }) => id === place.hunk.id) + 1,
      choice: comparison.choices[place.hunk.id]?.state ?? 'open',
      care: careReasons(place.hunk),
    })),
    count: ordered.length,
    accepted: acceptedHunks(comparison.choices, hunksBySide(comparison)).length,
    acceptable: isAcceptable(answer) ? 'now' : isAwaited(answer) ? 'later' : 'never',
  };
}
