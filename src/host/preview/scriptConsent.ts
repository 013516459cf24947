import * as vscode from 'vscode';
import { isSealed } from '../../core/preview/sealedVersion.ts';
import { personalValue } from '../settings.ts';

const key = 'tiebreak.preview.scripts';

/** Why no previewed page's scripts may run in this window, or null. */
export function whyNoScripts(): 'untrusted' | 'off' | 'old-version' | null {
  if (!vscode.workspace.isTrusted) return 'untrusted';
  if (personalValue('preview.scripts') !== true) return 'off';
  return isSealed(vscode.version) ? null : 'old-version';
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
  const detail = vscode.l10n.t(
    'A model wrote them. They run in a sealed frame: without the network, without your files, without VS Code. What a frame cannot keep them from is asking for the address of a host name, or having a bare connection opened to one without sending anything through it, which can tell the owner of that name something of what is on the page. The command “Tiebreak: Forget preview permissions” takes back what you allow for this workspace.',
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
