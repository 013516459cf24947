import * as vscode from 'vscode';
import { suggestionOf } from '../../core/ui/suggestedInstruction.ts';
import type { UiSource } from '../contextGathering/ui/gatherUiContext.ts';
import type { UiOrigin } from './uiOrigin.ts';

/** Asks what the interface is to be; null when the person gave nothing. */
export async function askForInstruction(origin: UiOrigin): Promise<string | null> {
  const instruction = await vscode.window.showInputBox({
    title: vscode.l10n.t('Generate UI with both models'),
    prompt: promptOf(origin),
    placeHolder: vscode.l10n.t('A pricing page with three plans'),
    value: suggestedValue(origin),
    ignoreFocusOut: true,
  });
  return instruction === undefined || instruction.trim() === '' ? null : instruction.trim();
}

/** The code that the interface is made from: the selection, or the file that the person pointed at; null for none. */
export function sourceOf({ captured, isPointedAt }: UiOrigin): UiSource | null {
  if (captured === null) return null;
  const { selection } = captured.task;
  return selection !== null || isPointedAt ? { captured, range: selection } : null;
}

function textOf({ captured, range }: UiSource): string {
  const { text } = captured.task.file;
  return range === null ? text : text.slice(range.start, range.end);
}

function suggestedValue(origin: UiOrigin): string {
  const source = sourceOf(origin);
  const suggestion = suggestionOf(source === null ? '' : textOf(source));
  switch (suggestion.kind) {
    case 'description':
      return suggestion.text;
    case 'data':
      return vscode.l10n.t('Show this data');
    case 'none':
      return '';
  }
}

function promptOf({ captured, isPointedAt }: UiOrigin): string {
  if (captured !== null && captured.task.selection !== null) {
    return vscode.l10n.t('What to make of the selection in {0}', captured.task.file.path);
  }
  if (captured !== null && isPointedAt) return vscode.l10n.t('What to make of {0}', captured.task.file.path);
  return vscode.l10n.t('What to make');
}
