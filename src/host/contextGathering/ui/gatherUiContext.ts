import * as vscode from 'vscode';
import type { ContextPiece } from '../../../core/context.ts';
import { linesOfRange } from '../../../core/prompt.ts';
import type { SourceFile, Task, TextRange } from '../../../core/task.ts';
import { endingOf } from '../../../core/ui/uiTarget.ts';
import type { CapturedTask } from '../../taskFromEditor.ts';
import { definitionPieces } from '../definitionPieces.ts';
import type { GatheredContext } from '../gatherContext.ts';
import { contextBudget, cutLines, fitPieces } from '../pieceBudget.ts';
import { deadlineIn } from '../withinTime.ts';
import { componentPieces, dependencyPieces, tailwindPieces, tokenPieces } from './conventionPieces.ts';
import type { UiPackage } from './uiPackage.ts';

/** The code that an interface is made from. */
export interface UiSource {
  readonly captured: CapturedTask;
  /** Null for the whole file. */
  readonly range: TextRange | null;
}

const timeLimitMs = 2_500;
const findingLimitMs = 1_500;
const sourceLines = 400;
const sourceLength = 10_000;
/** UTF-16 units of one other file, since a model that may edit it keeps all of it in an overlay. */
const fileLimit = 400_000;

/**
 * Gathers what both models get beside the task of making an interface: the code that it is made from, what the project
 * has and how it looks, and the definitions of the names in that code. Never fails; what cannot be found in time, or is
 * not for models to see, is not there.
 *
 * @param source null when the interface is made from the instruction alone
 */
export async function gatherUiContext(
  task: Task,
  source: UiSource | null,
  uiPackage: UiPackage,
): Promise<GatheredContext> {
  const deadline = deadlineIn(timeLimitMs);
  const folder = vscode.Uri.joinPath(vscode.Uri.parse(task.file.uri), '..');
  const made = sourcePieces(task, source);
  const taken = [task.file.path, ...made.map(({ path }) => path)];
  const ending = task.ui === undefined ? '' : endingOf(task.ui);
  const [tokens, tailwind, component, definitions] = await Promise.all([
    tokenPieces(folder, deadline),
    tailwindPieces(uiPackage, deadline),
    componentPieces(folder, ending, taken, deadline),
    definitionsOf(source),
  ]);
  const conventions = [...dependencyPieces(uiPackage), ...tokens, ...tailwind, ...component].filter(
    ({ file }) => file.path !== task.file.path,
  );
  const fitting = fitPieces(
    [
      ...made,
      ...conventions.map(({ piece }) => piece),
      ...definitions.pieces.filter(({ path }) => path !== task.file.path),
    ],
    contextBudget,
  );
  const files = [
    ...(source === null ? [] : [source.captured.task.file]),
    ...conventions.map(({ file }) => file),
    ...definitions.files,
  ];
  return { ...fitting, task: { ...task, otherFiles: otherFiles(task, files, fitting.pieces) } };
}

/** What an interface is made from goes along, unless it is the selection in the file itself, which goes anyway. */
function sourcePieces(task: Task, source: UiSource | null): readonly ContextPiece[] {
  if (source === null || task.selection !== null) return [];
  const { range, captured } = source;
  const { path, languageId, text } = captured.task.file;
  if (range === null && path === task.file.path) return [];
  const [first, last] = range === null ? [1, 1] : linesOfRange(text, range);
  const code = range === null ? text : text.slice(range.start, range.end);
  const title =
    range === null
      ? vscode.l10n.t('Made from {0}', path)
      : first === last
        ? vscode.l10n.t('Made from {0}, line {1}', path, first)
        : vscode.l10n.t('Made from {0}, lines {1} to {2}', path, first, last);
  const lines = code.replace(/\r?\n$/, '').split(/\r?\n/);
  return [
    {
      id: 'source-1',
      kind: 'source',
      title,
      path,
      languageId,
      line: first,
      text: cutLines(lines, sourceLines, sourceLength),
    },
  ];
}

async function definitionsOf(source: UiSource | null): ReturnType<typeof definitionPieces> {
  if (source === null) return { pieces: [], files: [] };
  const { task, document } = source.captured;
  if (document.version !== task.file.version) return { pieces: [], files: [] };
  const found = await definitionPieces(document, task.file, source.range, {
    finding: deadlineIn(findingLimitMs),
    reading: deadlineIn(timeLimitMs),
  });
  // Places in a text that changed meanwhile are no longer those of the frozen one.
  return document.version === task.file.version ? found : { pieces: [], files: [] };
}

/** Only what the person can see in the context may be edited, every path must mean one file, and it must be theirs. */
function otherFiles(task: Task, files: readonly SourceFile[], pieces: readonly ContextPiece[]): readonly SourceFile[] {
  const shown = new Set(pieces.map(({ path }) => path));
  const paths = new Set([task.file.path]);
  return files.filter(({ path, uri, text }) => {
    const isTheirs = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri)) !== undefined;
    const isNew = isTheirs && shown.has(path) && !paths.has(path) && text.length <= fileLimit;
    if (isNew) paths.add(path);
    return isNew;
  });
}
