import * as vscode from 'vscode';
import type { Provider } from '../core/contender.ts';
import { type KeyPlace, keyOddity, providerLabels } from './keyNames.ts';

/** The providers' pages for making keys. */
const keyPages: Readonly<Record<Provider, string>> = {
  openai: 'https://platform.openai.com/api-keys',
  anthropic: 'https://platform.claude.com/settings/keys',
};

/** Lets the person type a key, unseen. Gives it trimmed, or null when they think better of it. */
export async function askForKey(place: KeyPlace): Promise<string | null> {
  const label = providerLabels[place.provider];
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('{0} API key for {1}', label, place.host);
  box.prompt = vscode.l10n.t('Kept in the secret storage of VS Code, sent to {0} only', place.host);
  box.password = true;
  box.ignoreFocusOut = true;
  box.buttons = [
    { iconPath: new vscode.ThemeIcon('link-external'), tooltip: vscode.l10n.t('Where {0} keys are made', label) },
  ];
  try {
    return await new Promise<string | null>((resolve) => {
      box.onDidTriggerButton(() => void vscode.env.openExternal(vscode.Uri.parse(keyPages[place.provider])));
      box.onDidChangeValue((typed) => {
        box.validationMessage = typed.trim() === '' ? undefined : remark(place, typed);
      });
      box.onDidAccept(() => {
        if (box.value.trim() !== '' && keyOddity(place.provider, place.host, box.value) !== 'unusable') {
          resolve(box.value.trim());
        }
      });
      box.onDidHide(() => resolve(null));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

function remark(place: KeyPlace, typed: string): vscode.InputBoxValidationMessage | undefined {
  switch (keyOddity(place.provider, place.host, typed)) {
    case 'unusable':
      return {
        message: vscode.l10n.t('A key has no spaces and only plain letters, digits and signs.'),
        severity: vscode.InputBoxValidationSeverity.Error,
      };
    case 'unusual':
      return {
        message: vscode.l10n.t(
          'This does not look like a key of {0}. Press Enter to store it all the same.',
          providerLabels[place.provider],
        ),
        severity: vscode.InputBoxValidationSeverity.Warning,
      };
    case null:
      return undefined;
  }
}
