import type { FileChange, LineChange } from '../diff/hunk.ts';
import { diffLines } from '../diff/lineDiff.ts';
import { lineEndingOf, splitLines, withLineEnding } from '../diff/lines.ts';
import type { PathRefusal } from '../failure.ts';
import type { SourceFile } from '../task.ts';
import { type EditResult, failedEdit } from './editResult.ts';
import { landPatch } from './landPatch.ts';
import { landReplace } from './landReplace.ts';
import type { MatchTier } from './locate.ts';
import { knownPath, newPath, unknownPath } from './overlayPaths.ts';
import { readPatchSections } from './patchSection.ts';
import { fileText, joinedText, type PlainText, plainText } from './plainText.ts';
import type { FileEdit } from './toolCall.ts';

/** A candidate's files: those of the task with an answer's edits on them. Never on disk, never changed in place. */
export interface Overlay {
  /** The task's files, its main one first. */
  readonly files: readonly SourceFile[];
  /** The texts of touched files by path, in the order they were first touched; null for a deleted one. */
  readonly touched: ReadonlyMap<string, string | null>;
}

/** What became of one edit. */
export type EditOutcome =
  | { readonly kind: 'landed'; readonly path: string; readonly tier: MatchTier }
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
  readonly path: string;
  readonly change: FileChange;
  /** Never empty; exactly one when the whole file is created or deleted. */
  readonly changes: readonly LineChange[];
}

/** The files as they are. */
export function createOverlay(files: readonly SourceFile[]): Overlay {
  return { files, touched: new Map() };
}

/** The paths that can be read and changed: the task's and those created since. */
export function pathsOf(overlay: Overlay): readonly string[] {
  const own = overlay.files.map((file) => file.path);
  const created = [...overlay.touched].flatMap(([path, text]) => (text === null || own.includes(path) ? [] : [path]));
  return [...own, ...created];
}

/** The text of a file as it is now, or null where there is none. */
export function textOf(overlay: Overlay, path: string): string | null {
  const touched = overlay.touched.get(path);
  return touched === undefined ? (baseFile(overlay, path)?.text ?? null) : touched;
}

/**
 * Lands an edit on what the earlier ones made of the files. An edit that fails leaves everything as it was. New text
 * gets the line ending of the file it goes in, a created file that of the task's main file. A file of the task that is
 * "created" is replaced as a whole and keeps its byte order mark and its convention about a final newline, which models
 * forget more often than they change it.
 */
export function applyEdit(
  overlay: Overlay,
  edit: FileEdit,
): { readonly overlay: Overlay; readonly outcome: EditOutcome } {
  const known = pathsOf(overlay);
  const path = knownPath(known, edit.path) ?? (edit.kind === 'create' ? newPath(known, edit.path) : unknownPath(known));
  if (typeof path !== 'string') {
    return { overlay, outcome: { kind: 'failed', path: edit.path, ...path } };
  }
  if (edit.kind === 'create') {
    return landed(overlay, path, createdText(overlay, path, edit.text), 'exact');
  }
  const text = textOf(overlay, path);
  if (text === null) {
    return { overlay, outcome: { kind: 'failed', path, reason: 'The file was deleted before.', refusal: null } };
  }
  if (edit.kind === 'delete') {
    return landed(overlay, path, null, 'exact');
  }
  const result = landInText(plainText(text), edit);
  return result.kind === 'landed'
    ? landed(overlay, path, fileText(result.text, text), result.tier)
    : { overlay, outcome: { kind: 'failed', path, reason: result.reason, refusal: null } };
}

/** Every file that is not what it was, with the changes that make it so. */
export function overlayChanges(overlay: Overlay): readonly OverlayChange[] {
  return [...overlay.touched].flatMap(([path, text]): readonly OverlayChange[] => {
    const base = baseFile(overlay, path)?.text ?? null;
    if (base === null) {
      const newLines = splitLines(text ?? '');
      return text === null ? [] : [{ path, change: 'create', changes: [{ ...wholeFile, newLines }] }];
    }
    if (text === null) {
      return [{ path, change: 'delete', changes: [{ ...wholeFile, baseEnd: splitLines(base).length }] }];
    }
    const changes = diffLines(base, text);
    return changes.length === 0 ? [] : [{ path, change: 'edit', changes }];
  });
}

const wholeFile: LineChange = { baseStart: 0, baseEnd: 0, newStart: 0, newLines: [] };

function baseFile(overlay: Overlay, path: string): SourceFile | undefined {
  return overlay.files.find((file) => file.path === path);
}

function landed(
  overlay: Overlay,
  path: string,
  text: string | null,
  tier: MatchTier,
): { readonly overlay: Overlay; readonly outcome: EditOutcome } {
  return {
    overlay: { ...overlay, touched: new Map([...overlay.touched, [path, text]]) },
    outcome: { kind: 'landed', path, tier },
  };
}

function createdText(overlay: Overlay, path: string, text: string): string {
  const created = plainText(text);
  const replaced = textOf(overlay, path) ?? baseFile(overlay, path)?.text ?? '';
  if (replaced === '') {
    return withLineEnding(joinedText(created), lineEndingOf(overlay.files[0]?.text ?? ''));
  }
  return fileText({ ...created, endsWithNewline: plainText(replaced).endsWithNewline }, replaced);
}

function landInText(text: PlainText, edit: Extract<FileEdit, { kind: 'patch' | 'replace' | 'insert' }>): EditResult {
  switch (edit.kind) {
    case 'patch': {
      const sections = readPatchSections(edit.diff);
      return 'kind' in sections ? failedEdit(sections.reason) : landPatch(text, sections);
    }
    case 'replace':
      return landReplace(text, edit.oldText, edit.newText);
    case 'insert':
      return landInsert(text, edit.afterLine, edit.text);
  }
}

function landInsert(text: PlainText, afterLine: number, inserted: string): EditResult {
  const count = text.lines.length;
  if (afterLine > count) {
    return failedEdit(`The file has ${count} lines, so nothing can be inserted after line ${afterLine}.`);
  }
  const added = plainText(inserted);
  const lines = text.lines.toSpliced(afterLine, 0, ...added.lines);
  return {
    kind: 'landed',
    text: { lines, endsWithNewline: count === 0 ? added.endsWithNewline : text.endsWithNewline },
    tier: 'exact',
  };
}
