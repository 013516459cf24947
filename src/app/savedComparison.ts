import type { Comparison } from '../core/comparison.ts';
import type { Resolution } from '../core/conflicts.ts';
import type { ContextPiece } from '../core/context.ts';
import { contextPieceKinds } from '../core/context.ts';
import type { Choices } from '../core/diff/choices.ts';
import type { PieceImage, SentMediaType } from '../core/images/image.ts';
import { sentMediaTypes } from '../core/images/image.ts';
import type { Outcome } from '../core/outcome.ts';
import type { CodeTaskKind, SourceFile, Task, TextRange } from '../core/task.ts';
import { codeTaskKinds, filesOf } from '../core/task.ts';
import type { UiFramework, UiPlace, UiTarget } from '../core/ui/uiTarget.ts';
import { uiFrameworks, uiPlaces } from '../core/ui/uiTarget.ts';
import type { SavedComparison } from './ports.ts';
import { isAnswer, isHunk } from './saved/answerCheck.ts';
import type { Check } from './saved/checks.ts';
import {
  absentOr,
  isCount,
  isFlag,
  isNumber,
  isText,
  kindOf,
  listOf,
  mapOf,
  nullOr,
  shapeOf,
  wordOf,
} from './saved/checks.ts';
import { isFailure } from './saved/failureCheck.ts';

/** Reads a comparison that was kept, all of it or nothing: null where anything is missing or not of its form. */
export function readSavedComparison(value: unknown): SavedComparison | null {
  if (!isSaved(value)) return null;
  const { comparison, conversations, savedAt } = value;
  return holdsTogether(comparison) ? { comparison, conversations, savedAt } : null;
}

function isSaved(value: unknown): value is SavedComparison {
  return shapeOf<SavedComparison>({
    comparison: isComparison,
    conversations: shapeOf<SavedComparison['conversations']>({ left: () => true, right: () => true }),
    savedAt: isNumber,
  })(value);
}

/** Whether every hunk lies in its text and every choice is on a hunk; code that was half read must not be written. */
function holdsTogether({ task, readFiles, left, right, choices }: Comparison): boolean {
  const { selection, file } = task;
  if (selection !== null && (selection.start > selection.end || selection.end > file.text.length)) return false;
  const paths = new Set([...filesOf(task), ...readFiles].map(({ path }) => path));
  const hunks = [...left.hunks, ...right.hunks];
  const ids = new Set(hunks.map(({ id }) => id));
  return (
    left.contender.side === 'left' &&
    right.contender.side === 'right' &&
    ids.size === hunks.length &&
    hunks.every((hunk) => hunk.baseStart <= hunk.baseEnd && (hunk.change === 'create' || paths.has(hunk.path))) &&
    Object.keys(choices).every((id) => ids.has(id))
  );
}

const isRange = shapeOf<TextRange>({ start: isCount, end: isCount });

const isSourceFile = shapeOf<SourceFile>({
  path: isText,
  uri: isText,
  languageId: isText,
  version: isNumber,
  text: isText,
});

const isTarget = shapeOf<UiTarget>({
  framework: wordOf<UiFramework>(uiFrameworks),
  typescript: isFlag,
  tailwind: isFlag,
  place: wordOf<UiPlace>(uiPlaces),
});

const isTask = shapeOf<Task>({
  kind: wordOf<CodeTaskKind>(codeTaskKinds),
  instruction: isText,
  file: isSourceFile,
  selection: nullOr(isRange),
  otherFiles: listOf(isSourceFile),
  ui: absentOr(isTarget),
});

const isPieceImage = shapeOf<PieceImage>({
  mediaType: wordOf<SentMediaType>(sentMediaTypes),
  data: isText,
  bytes: isCount,
  width: isCount,
  height: isCount,
  original: shapeOf<PieceImage['original']>({ bytes: isCount, width: isCount, height: isCount }),
  isFirstFrame: isFlag,
});

const isPiece = shapeOf<ContextPiece>({
  id: isText,
  kind: wordOf<ContextPiece['kind']>(contextPieceKinds),
  title: isText,
  path: isText,
  languageId: isText,
  line: isCount,
  text: isText,
  image: absentOr(isPieceImage),
});

const isChoices = mapOf(
  shapeOf<Choices[string]>({
    state: wordOf<Choices[string]['state']>({ accepted: true, rejected: true }),
    because: nullOr(isText),
  }),
);

const isOutcome = kindOf<Outcome['kind']>('kind', {
  applied: shapeOf<{ landed: number; alreadyThere: number }>({ landed: isCount, alreadyThere: isCount }),
  'partly-applied': shapeOf<{ landed: number; missed: readonly unknown[] }>({
    landed: isCount,
    missed: listOf(isHunk),
  }),
  'not-applied': shapeOf<{ failure: unknown }>({ failure: isFailure }),
  declined: () => true,
});

const isComparison: Check = shapeOf<Comparison>({
  id: isText,
  task: isTask,
  pieces: listOf(isPiece),
  leftOut: listOf(isText),
  phase: wordOf<Comparison['phase']>({ preparing: true, draft: true, open: true, applying: true, settled: true }),
  left: isAnswer,
  right: isAnswer,
  choices: isChoices,
  undo: listOf(isChoices),
  outcome: nullOr(isOutcome),
  readFiles: listOf(isSourceFile),
  drift: mapOf(nullOr(isText)),
  resolutions: mapOf(
    shapeOf<Resolution>({ take: wordOf<Resolution['take']>({ mine: true, theirs: true }), mine: isText }),
  ),
  target: absentOr(nullOr(isSourceFile)),
});
