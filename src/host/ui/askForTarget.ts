import * as vscode from 'vscode';
import type { Comparison } from '../../core/comparison.ts';
import { pathsMadeBeside } from '../../core/targetFile.ts';
import type { SourceFile } from '../../core/task.ts';
import type { UiTarget } from '../../core/ui/uiTarget.ts';
import { endingOf } from '../../core/ui/uiTarget.ts';
import { describeFailure } from '../failureSentences.ts';
import { newFileAt } from './newFilePlace.ts';

/**
 * Asks for the path of the file that what was made goes to, by the rules for every new file: it lies in the workspace,
 * nothing is there yet, and it is none that is protected.
 *
 * @returns null when the person went away, or the task makes nothing
 */
export async function askForTarget(comparison: Comparison): Promise<SourceFile | null> {
  const { task, target = null, left, right } = comparison;
  const { ui } = task;
  if (ui === undefined) return null;
  const near = vscode.Uri.parse(task.file.uri, true);
  const proposed = (target ?? task.file).path;
  const nameAt = proposed.lastIndexOf('/') + 1;
  const madeBeside = pathsMadeBeside(task, [...left.hunks, ...right.hunks]);
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Make it a new file'),
    prompt: vscode.l10n.t('Path of the new file, from the workspace folder on'),
    value: proposed,
    valueSelection: [nameAt, proposed.length - endingOf(ui).length],
    ignoreFocusOut: true,
    validateInput: (path) => whyNot(path, near, ui, madeBeside),
  });
  const file = typed === undefined ? null : await newFileAt(typed.trim(), near, ui);
  return file === null || 'kind' in file ? null : file;
}

async function whyNot(
  typed: string,
  near: vscode.Uri,
  ui: UiTarget,
  madeBeside: readonly string[],
): Promise<string | null> {
  const file = await newFileAt(typed.trim(), near, ui);
  if (file === null) return vscode.l10n.t('There is such a file already');
  if ('kind' in file) return describeFailure(file, null).sentence;
  return madeBeside.includes(file.path) ? vscode.l10n.t('An answer makes another file of that name') : null;
}
