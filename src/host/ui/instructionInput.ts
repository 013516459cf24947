import * as vscode from 'vscode';
import type { ImageSource } from '../../app/draftImages.ts';
import { suggestionOf } from '../../core/ui/suggestedInstruction.ts';
import type { UiSource } from '../contextGathering/ui/gatherUiContext.ts';
import { pickImages } from '../images/pickImages.ts';
import type { UiOrigin } from './uiOrigin.ts';

/** What the interface is to be. */
export interface UiInstruction {
  readonly text: string;
  /** Pictures of it. */
  readonly images: readonly ImageSource[];
}

/**
 * Asks what the interface is to be; null when the person gave nothing. A button lets them add pictures, as often as they
 * like.
 *
 * @param images those that it is asked from
 */
export async function askForInstruction(
  origin: UiOrigin,
  images: readonly ImageSource[],
): Promise<UiInstruction | null> {
  let added = images;
  let value = suggestedValue(origin);
  for (;;) {
    const entered = await showInput(origin, added, value);
    if (entered.kind === 'dismissed') return null;
    if (entered.kind === 'accepted') {
      const text = entered.value.trim();
      return text === '' ? null : { text, images: added };
    }
    added = [...added, ...(await pickImages())];
    value = entered.value.trim() === '' && added.length > 0 ? imageSuggestion() : entered.value;
  }
}

/** How the input was left. */
type Entered = { readonly kind: 'accepted' | 'images-wanted'; readonly value: string } | { readonly kind: 'dismissed' };

function showInput(origin: UiOrigin, images: readonly ImageSource[], value: string): Promise<Entered> {
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Generate UI with both models');
  input.prompt = images.length === 0 ? promptOf(origin) : vscode.l10n.t('With {0}', namesOf(images));
  input.placeholder = vscode.l10n.t('A pricing page with three plans');
  input.value = value;
  input.valueSelection = [0, value.length];
  input.ignoreFocusOut = true;
  input.buttons = [{ iconPath: new vscode.ThemeIcon('file-media'), tooltip: vscode.l10n.t('Add image…') }];
  return new Promise((resolve) => {
    const leave = (entered: Entered) => {
      resolve(entered);
      input.hide();
    };
    const subscription = vscode.Disposable.from(
      input,
      input.onDidAccept(() => leave({ kind: 'accepted', value: input.value })),
      input.onDidTriggerButton(() => leave({ kind: 'images-wanted', value: input.value })),
      input.onDidHide(() => {
        resolve({ kind: 'dismissed' });
        subscription.dispose();
      }),
    );
    input.show();
  });
}

function namesOf(images: readonly ImageSource[]): string {
  return images.map(({ name }) => name).join(', ');
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
  if (origin.images.length > 0) return imageSuggestion();
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

/** Words enough where a picture shows what is wanted. */
function imageSuggestion(): string {
  return vscode.l10n.t('Build this');
}

function promptOf({ captured, isPointedAt }: UiOrigin): string {
  if (captured !== null && captured.task.selection !== null) {
    return vscode.l10n.t('What to make of the selection in {0}', captured.task.file.path);
  }
  if (captured !== null && isPointedAt) return vscode.l10n.t('What to make of {0}', captured.task.file.path);
  return vscode.l10n.t('What to make');
}
