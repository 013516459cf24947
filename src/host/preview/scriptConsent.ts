import * as vscode from 'vscode';
import { readScriptSetting, type ScriptBar, scriptBar } from '../../core/preview/scriptPermission.ts';
import { personalValue } from '../settings.ts';

const key = 'tiebreak.preview.scripts';

/** Why no previewed page's scripts may run in this window, or null. */
export function whyNoScripts(): ScriptBar | null {
  return scriptBar({
    setting: readScriptSetting(personalValue('preview.scripts')),
    isDesktop: isDesktop(),
    isTrusted: vscode.workspace.isTrusted,
    version: vscode.version,
  });
}

function isDesktop(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Desktop;
}

/**
 * Whether the person agrees that a page runs its scripts: asks with what that means, unless they said before that this
 * workspace need not be asked again.
 *
 * @param label the contender whose page it is
 */
export async function agreesToScripts(label: string, memory: vscode.Memento): Promise<boolean> {
  if (memory.get<boolean>(key) === true) return true;
  const once = vscode.l10n.t('Run scripts');
  const always = vscode.l10n.t('Run, and Don’t Ask in This Workspace');
  const detail = isDesktop()
    ? vscode.l10n.t(
        'A model wrote them. They run in a sealed frame: without the network, without your files, without VS Code. What a frame cannot keep them from is asking for the address of a host name, which can tell the owner of that name something of what is on the page. The command “Tiebreak: Forget preview permissions” takes back what you allow for this workspace.',
      )
    : vscode.l10n.t(
        'A model wrote them. They run in a sealed frame: without the network, without your files, without VS Code. What a frame in a browser cannot keep them from is asking for the address of a host name, and having the browser open a bare connection to one without sending anything through it: both can tell the owner of that name something of what is on the page. The command “Tiebreak: Forget preview permissions” takes back what you allow for this workspace.',
      );
  const question = vscode.l10n.t('Run the scripts of {0}’s page?', label);
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, once, always);
  if (chosen === always) await memory.update(key, true);
  return chosen === once || chosen === always;
}

/** From now on every page asks again before its scripts run in this workspace; says so. */
export async function forgetScriptConsent(memory: vscode.Memento): Promise<void> {
  const wasRemembered = memory.get<boolean>(key) === true;
  await memory.update(key, undefined);
  void vscode.window.showInformationMessage(
    wasRemembered
      ? vscode.l10n.t(
          'Forgotten: previewed pages ask again before they run scripts, and those that ran any were stopped.',
        )
      : vscode.l10n.t('No permission was remembered for this workspace. Previewed pages ask before they run scripts.'),
  );
}
