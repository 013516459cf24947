import * as vscode from 'vscode';
import type { FailureOf } from '../core/failure.ts';
import type { CodeTaskKind, SourceFile, Task, TextRange } from '../core/task.ts';
import { documentPath } from './documentPath.ts';
import { openReadable } from './readableDocument.ts';
import type { TaskTarget } from './taskTarget.ts';
import { whyUntrusted } from './trust.ts';

/** A task and the document that it was taken from, for context to be gathered around it. */
export interface CapturedTask {
  /** Without other files yet. */
  readonly task: Task;
  readonly document: vscode.TextDocument;
}

/**
 * Freezes what a command is about at the document's present version. The selection of an editor is its primary one; an
 * empty one means the whole file.
 *
 * @param instruction what the person typed, or what the command implies when something is selected or not; not empty
 */
export async function captureTask(
  kind: CodeTaskKind,
  instruction: (hasSelection: boolean) => string,
  target: TaskTarget,
): Promise<CapturedTask | FailureOf<'untrusted-workspace'> | FailureOf<'document-unsuitable'>> {
  const untrusted = whyUntrusted();
  if (untrusted !== null) return untrusted;
  const subject = target.kind === 'editor' ? subjectOfWindow() : { uri: target.uri, range: () => rangeOf(target) };
  if (subject === null) return noDocument();
  const document = await openReadable(subject.uri);
  if ('kind' in document) return document;
  // From here to the end nothing is awaited, so that text and selection belong to one version.
  const range = subject.range();
  const selection = range === null ? null : textRange(document, range);
  const asked = instruction(selection !== null);
  return { task: { kind, instruction: asked, file: sourceFile(document), selection, otherFiles: [] }, document };
}

/** A document as it is now. */
export function sourceFile(document: vscode.TextDocument): SourceFile {
  return {
    path: documentPath(document.uri),
    uri: document.uri.toString(),
    languageId: document.languageId,
    version: document.version,
    text: document.getText(),
  };
}

interface Subject {
  readonly uri: vscode.Uri;
  /** What of it is meant at the moment, or null for all of it. */
  readonly range: () => vscode.Range | null;
}

/**
 * What the person is looking at. VS Code names no active text editor for files that it shows otherwise (too large,
 * binary, a notebook) nor while a panel of ours has the focus; then the active tab and the one visible editor tell.
 */
function subjectOfWindow(): Subject | null {
  const active = vscode.window.activeTextEditor;
  if (active !== undefined) return subjectOfEditor(active);
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return { uri: input.uri, range: () => null };
  }
  if (input instanceof vscode.TabInputNotebook) {
    return { uri: input.uri.with({ scheme: 'vscode-notebook' }), range: () => null };
  }
  const [only, another] = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  return only !== undefined && another === undefined ? subjectOfEditor(only) : null;
}

function subjectOfEditor(editor: vscode.TextEditor): Subject {
  return { uri: editor.document.uri, range: () => (editor.selection.isEmpty ? null : editor.selection) };
}

/** A diagnostic often marks one word; what is wrong with it is seen on its whole lines. */
function rangeOf(target: TaskTarget): vscode.Range | null {
  if (target.kind !== 'range') return null;
  return new vscode.Range(target.range.start.line, 0, target.range.end.line, Number.MAX_SAFE_INTEGER);
}

function textRange(document: vscode.TextDocument, range: vscode.Range): TextRange {
  const valid = document.validateRange(range);
  return { start: document.offsetAt(valid.start), end: document.offsetAt(valid.end) };
}

function noDocument(): FailureOf<'document-unsuitable'> {
  return { kind: 'document-unsuitable', path: '', reason: 'no-document' };
}
