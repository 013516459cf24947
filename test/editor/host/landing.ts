import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { ApplyRequest, ApplyResult, DocumentEditor } from '../../../src/app/ports.ts';
import type { FileChange, Hunk } from '../../../src/core/diff/hunk.ts';
import { splitLines } from '../../../src/core/diff/lines.ts';
import type { Failure } from '../../../src/core/failure.ts';
import type { SourceFile } from '../../../src/core/task.ts';
import { sourceFile } from '../../../src/host/taskFromEditor.ts';
import { workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

/** Twelve lines to change. */
export const base = Array.from({ length: 12 }, (_, line) => `line ${line}\n`).join('');

/** A hunk that puts `text` in the place of the lines from `baseStart` up to `baseEnd`. */
export function hunk(
  path: string,
  baseStart: number,
  baseEnd: number,
  text: string,
  change: FileChange = 'edit',
): Hunk {
  return {
    id: `${path}:${change === 'edit' ? '' : change}${baseStart}`,
    path,
    change,
    baseStart,
    baseEnd,
    newStart: baseStart,
    newLines: splitLines(text),
    newPath: null,
    tier: 'exact',
    edited: false,
  };
}

/** A hunk that renames a file. */
export function renameHunk(path: string, newPath: string): Hunk {
  return { ...hunk(path, 0, 0, '', 'rename'), newPath };
}

/** Writes a file and freezes it as a task does. */
export async function frozen(path: string, content: string | Uint8Array = base): Promise<SourceFile> {
  const uri = await writeWorkspaceFile(path, content);
  return sourceFile(await vscode.workspace.openTextDocument(uri));
}

/** What is to be written, without resolved conflicts unless given. */
export function request(
  files: readonly SourceFile[],
  hunks: readonly Hunk[],
  resolutions: ApplyRequest['resolutions'] = {},
): ApplyRequest {
  const [own] = files;
  if (own === undefined) throw new Error('A task has a file.');
  return { own, files, hunks, resolutions };
}

/** Applies, and expects that it is not refused. */
export async function applied(
  editor: DocumentEditor,
  asked: ApplyRequest,
): Promise<Extract<ApplyResult, { kind: 'applied' }>> {
  const result = await editor.apply(asked);
  assert.ok(result?.kind === 'applied', JSON.stringify(result));
  return result;
}

/** Applies, and expects that it is refused. */
export async function failureOf(editor: DocumentEditor, asked: ApplyRequest): Promise<Failure> {
  const result = await editor.apply(asked);
  assert.ok(result?.kind === 'failed', JSON.stringify(result));
  return result.failure;
}

/** The ids of hunks, which these tests make of path and first line. */
export function idsOf(hunks: readonly Hunk[]): readonly string[] {
  return hunks.map(({ id }) => id);
}

/** The document of a path, opened without being shown. */
export async function documentAt(path: string): Promise<vscode.TextDocument> {
  return await vscode.workspace.openTextDocument(workspaceUri(path));
}

/** Shows a file in an editor that stays. */
export async function show(path: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(await documentAt(path), { preview: false });
}

/** What is on disk, or null when nothing is. */
export async function bytesAt(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(workspaceUri(path).fsPath);
  } catch {
    return null;
  }
}

/** The same as text. */
export async function textAt(path: string): Promise<string | null> {
  const bytes = await bytesAt(path);
  return bytes === null ? null : Buffer.from(bytes).toString('utf8');
}

/** Waits until that holds; what VS Code does by itself takes a while. The test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Presses Undo in the active editor as a person does, and waits until that holds. */
export async function undoUntil(holds: () => boolean | Promise<boolean>): Promise<void> {
  await vscode.commands.executeCommand('undo');
  await until(holds);
}
