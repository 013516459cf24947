import type { FileChange } from '../diff/hunk.ts';
import { splitLines } from '../diff/lines.ts';
import type { PathRefusal } from '../failure.ts';
import type { SourceFile } from '../task.ts';
import { createdText } from './createdText.ts';
import type { EditPartFailure, EditResult } from './editResult.ts';
import { fileChange, type PlacedChange, wholeFile } from './fileChange.ts';
import { landInText } from './landInText.ts';
import type { MatchTier } from './matchTier.ts';
import { knownPath, newPath, renameTarget, unknownPath } from './overlayPaths.ts';
import { fileText, plainText } from './plainText.ts';
import { movedMarks, type TierMark } from './tierMarks.ts';
import type { FileEdit } from './toolCall.ts';

/** A candidate's files: those of the task with an answer's edits on them. Never on disk, never changed in place. */
export interface Overlay {
  /** The task's files, its main one first. */
  readonly files: readonly SourceFile[];
  /** The texts of touched files by path, in the order they were first touched; null for a deleted one. */
  readonly touched: ReadonlyMap<string, string | null>;
  /** Where files of the task go that are renamed, by the path that they have there. */
  readonly renames: ReadonlyMap<string, string>;
  /** By path, the lines that were not placed to the letter. */
  readonly marks: ReadonlyMap<string, readonly TierMark[]>;
}

/** What became of one edit. */
export type EditOutcome =
  | {
      readonly kind: 'landed';
      readonly path: string;
      readonly tier: MatchTier;
      /** Parts of the edit that did not land while others did. */
      readonly failures: readonly EditPartFailure[];
    }
  | {
      readonly kind: 'failed';
      readonly path: string;
      /** In words, for the model. */
      readonly reason: string;
      /** Set when it is the path that is refused. */
      readonly refusal: PathRefusal | null;
    };

/** A touched file compared with what it was. */
export interface OverlayChange {
  /** For a renamed file the path that it has in the task; its rename and its changed lines are two entries. */
  readonly path: string;
  readonly change: FileChange;
  /** Where a rename leads; null for any other change. */
  readonly newPath: string | null;
  /** Never empty; exactly one when the whole file is created, deleted or renamed. */
  readonly changes: readonly PlacedChange[];
}

/** The files as they are. */
export function createOverlay(files: readonly SourceFile[]): Overlay {
  return { files, touched: new Map(), renames: new Map(), marks: new Map() };
}

/** With a file that was read later; one that is there already stays. */
export function withFile(overlay: Overlay, file: SourceFile): Overlay {
  return baseFile(overlay, file.path) === undefined ? { ...overlay, files: [...overlay.files, file] } : overlay;
}

/** The paths that can be read and changed: the task's, as renamed by now, and those created since. */
export function pathsOf(overlay: Overlay): readonly string[] {
  const own = overlay.files.map((file) => file.path);
  const created = [...overlay.touched].flatMap(([path, text]) => (text === null || own.includes(path) ? [] : [path]));
  return [...own.map((path) => overlay.renames.get(path) ?? path), ...created];
}

/** The path of a file that an edit needs and nobody has read yet, as the model wrote it; null when there is none. */
export function fileToRead(overlay: Overlay, edit: FileEdit): string | null {
  return edit.kind === 'create' || knownPath(pathsOf(overlay), edit.path) !== null ? null : edit.path;
}

/** The text of a file as it is now, by the path that it has now; null where there is none. */
export function textOf(overlay: Overlay, path: string): string | null {
  return textAt(overlay, placeOf(overlay, path));
}

/**
 * Lands an edit on what the earlier ones made of the files. An edit that fails leaves everything as it was; of a patch
 * the sections that fit land although others do not. New text gets the line ending of the file it goes in, a created
 * file that of the task's main file. A file of the task that is "created" is replaced as a whole and keeps its byte order
 * mark and its convention about a final newline, which models forget more often than they change it.
 */
export function applyEdit(
  overlay: Overlay,
  edit: FileEdit,
): { readonly overlay: Overlay; readonly outcome: EditOutcome } {
  const known = pathsOf(overlay);
  const path = knownPath(known, edit.path) ?? (edit.kind === 'create' ? newPath(known, edit.path) : unknownPath(known));
  const fail = (reason: string, refusal: PathRefusal | null = null) => ({
    overlay,
    outcome: { kind: 'failed', path: typeof path === 'string' ? path : edit.path, reason, refusal } as const,
  });
  if (typeof path !== 'string') {
    return fail(path.reason, path.refusal);
  }
  const place = placeOf(overlay, path);
  if (edit.kind === 'create') {
    if (place === path && overlay.renames.has(path)) {
      return fail('A file was renamed away from this path. Give the new file another one.');
    }
    const replaced = textAt(overlay, place) ?? baseFile(overlay, place)?.text ?? '';
    const text = createdText(edit.text, replaced, overlay.files[0]?.text ?? '');
    return landed(overlay, place, text, wholeFileResult);
  }
  const text = textAt(overlay, place);
  if (text === null) {
    return fail('The file was deleted before.');
  }
  if (edit.kind === 'delete') {
    const renames = new Map([...overlay.renames].filter(([from]) => from !== place));
    return landed({ ...overlay, renames }, place, null, wholeFileResult);
  }
  if (edit.kind === 'rename') {
    const others = [
      ...known.filter((other) => other !== path),
      ...[...overlay.renames.keys()].filter((from) => from !== place),
    ];
    const target = renameTarget(others, place, edit.newPath);
    return typeof target === 'string' ? renamed(overlay, place, path, target) : fail(target.reason, target.refusal);
  }
  const result = landInText(plainText(text), edit);
  return result.kind === 'landed' ? landed(overlay, place, fileText(result.text, text), result) : fail(result.reason);
}

/** Every file that is not what it was, with the changes that make it so, in the order in which they were first touched. */
export function overlayChanges(overlay: Overlay): readonly OverlayChange[] {
  const paths = new Set([...overlay.touched.keys(), ...overlay.renames.keys()]);
  return [...paths].flatMap((path) => [...renameOf(overlay, path), ...textChangeOf(overlay, path)]);
}

function renameOf(overlay: Overlay, path: string): readonly OverlayChange[] {
  const newPath = overlay.renames.get(path);
  return newPath === undefined ? [] : [{ path, change: 'rename', newPath, changes: [wholeFile] }];
}

function textChangeOf(overlay: Overlay, path: string): readonly OverlayChange[] {
  const base = baseFile(overlay, path)?.text ?? null;
  const change = fileChange(base, textAt(overlay, path), overlay.marks.get(path) ?? []);
  return change === null ? [] : [{ path, newPath: null, ...change }];
}

const wholeFileResult = { tier: 'exact', marks: [], failures: [] } as const;

function baseFile(overlay: Overlay, path: string): SourceFile | undefined {
  return overlay.files.find((file) => file.path === path);
}

/** The path under which a file is kept: a renamed one stays under the one that it has in the task. */
function placeOf(overlay: Overlay, path: string): string {
  return [...overlay.renames].find(([, newPath]) => newPath === path)?.[0] ?? path;
}

function textAt(overlay: Overlay, place: string): string | null {
  const touched = overlay.touched.get(place);
  return touched === undefined ? (baseFile(overlay, place)?.text ?? null) : touched;
}

function landed(
  overlay: Overlay,
  place: string,
  text: string | null,
  { tier, marks, failures }: Pick<Extract<EditResult, { kind: 'landed' }>, 'tier' | 'marks' | 'failures'>,
): { readonly overlay: Overlay; readonly outcome: EditOutcome } {
  const before = overlay.marks.get(place) ?? [];
  const moved =
    before.length === 0 || text === null
      ? []
      : movedMarks(before, splitLines(textAt(overlay, place) ?? ''), splitLines(text));
  return {
    overlay: {
      ...overlay,
      touched: new Map([...overlay.touched, [place, text]]),
      marks: new Map([...overlay.marks, [place, [...moved, ...marks]]]),
    },
    outcome: { kind: 'landed', path: overlay.renames.get(place) ?? place, tier, failures },
  };
}

function renamed(
  overlay: Overlay,
  place: string,
  path: string,
  target: string,
): { readonly overlay: Overlay; readonly outcome: EditOutcome } {
  const outcome = { kind: 'landed', path: target, tier: 'exact', failures: [] } as const;
  if (baseFile(overlay, place) !== undefined) {
    const others = [...overlay.renames].filter(([from]) => from !== place);
    return {
      overlay: { ...overlay, renames: new Map(target === place ? others : [...others, [place, target]]) },
      outcome,
    };
  }
  // A file that was only made in this answer is simply made elsewhere.
  const touched = new Map([...overlay.touched].map(([known, text]) => [known === path ? target : known, text]));
  return { overlay: { ...overlay, touched }, outcome };
}
