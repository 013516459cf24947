import type * as vscode from 'vscode';
import type { Resolution } from '../core/conflicts.ts';
import { type Conflict, conflictsOf, resolvedHunk } from '../core/diff/conflict.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import { withLineEnding } from '../core/diff/lines.ts';
import { type Rebased, rebaseHunks } from '../core/diff/rebase.ts';
import type { WritableFile } from './openForWriting.ts';
import { replacementsFor, type TextReplacement } from './textReplacements.ts';

/** What is to happen to one file, on its text as it is now. Every hunk is in exactly one of the three lists. */
export interface FilePlan extends Rebased {
  readonly text: TextPlan | null;
  readonly operation: FileOperation | null;
}

/** Replacements in the document that is open now. */
interface TextPlan {
  readonly document: vscode.TextDocument;
  /** Its text before. */
  readonly before: string;
  /** The hunks on that text, and the same as replacements. */
  readonly placed: readonly Hunk[];
  readonly replacements: readonly TextReplacement[];
}

/** What is to happen to a file as a whole, and the hunk that says so. */
export type FileOperation =
  | { readonly kind: 'rename'; readonly hunk: Hunk; readonly from: vscode.Uri; readonly to: vscode.Uri }
  | { readonly kind: 'create'; readonly hunk: Hunk; readonly uri: vscode.Uri; readonly text: string }
  | { readonly kind: 'delete'; readonly hunk: Hunk; readonly uri: vscode.Uri };

/** Decides what of a file's hunks can be written now. Never replaces what the person wrote meanwhile. */
export function planFile(file: WritableFile, resolutions: Readonly<Record<string, Resolution>>): FilePlan {
  const nothing: FilePlan = { landed: [], alreadyThere: [], missed: [], text: null, operation: null };
  const [first] = file.hunks;
  switch (file.kind) {
    case 'edit':
      return planEdit(file, resolutions);
    case 'delete': {
      const { document } = file;
      if (document === null || first === undefined) return { ...nothing, alreadyThere: file.hunks };
      const text = document.getText();
      const isAsExpected =
        isSame(text, file.baseText) || takenTheirs(file.baseText, text, file.hunks, resolutions).length > 0;
      // What is not saved could not be brought back by Undo, whatever was decided.
      if (document.isDirty || !isAsExpected) return { ...nothing, missed: file.hunks };
      return { ...nothing, landed: file.hunks, operation: { kind: 'delete', hunk: first, uri: document.uri } };
    }
    case 'create': {
      const { uri, text } = file;
      if (first === undefined) return nothing;
      if (file.presentText === null) {
        return { ...nothing, landed: file.hunks, operation: { kind: 'create', hunk: first, uri, text } };
      }
      return isSame(file.presentText, text)
        ? { ...nothing, alreadyThere: file.hunks }
        : { ...nothing, missed: file.hunks };
    }
  }
}

function planEdit(
  { document, baseText, hunks, rename }: Extract<WritableFile, { kind: 'edit' }>,
  resolutions: Readonly<Record<string, Resolution>>,
): FilePlan {
  const text = document.getText();
  const rebased = rebaseHunks(baseText, text, hunks);
  const resolved = takenTheirs(baseText, text, hunks, resolutions);
  const resolvedIds = new Set(resolved.flatMap(({ hunkIds }) => hunkIds));
  const placed = [...rebased.landed, ...resolved.map(resolvedHunk)];
  const renamed = (state: 'free' | 'done' | 'blocked'): readonly Hunk[] =>
    rename?.state === state ? [rename.hunk] : [];
  return {
    landed: [...renamed('free'), ...rebased.landed, ...rebased.missed.filter(({ id }) => resolvedIds.has(id))],
    alreadyThere: [...renamed('done'), ...rebased.alreadyThere],
    missed: [...renamed('blocked'), ...rebased.missed.filter(({ id }) => !resolvedIds.has(id))],
    text: placed.length === 0 ? null : { document, before: text, placed, replacements: replacementsFor(text, placed) },
    operation:
      rename?.state === 'free' ? { kind: 'rename', hunk: rename.hunk, from: document.uri, to: rename.target } : null,
  };
}

/** The conflicts that are resolved with the hunks' lines, as long as the person's own are still those decided about. */
function takenTheirs(
  baseText: string,
  text: string,
  hunks: readonly Hunk[],
  resolutions: Readonly<Record<string, Resolution>>,
): readonly Conflict[] {
  return conflictsOf(baseText, text, hunks).filter(({ hunkIds, mine }) => {
    const resolution = resolutions[hunkIds[0] ?? ''];
    return resolution?.take === 'theirs' && resolution.mine === mine.join('');
  });
}

/** Whether two texts say the same, whatever their line endings. */
function isSame(one: string, other: string): boolean {
  return withLineEnding(one, '\n') === withLineEnding(other, '\n');
}
