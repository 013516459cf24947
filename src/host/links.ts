import * as vscode from 'vscode';

/**
 * Opens a web address after showing all of it. Anything but https, and any address with a user name or password in it
 * (which can make one host look like another), is left alone.
 *
 * @returns whether it was opened.
 */
export async function openExternalLink(address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  const open = vscode.l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Open this address in the browser?'),
    // `href` writes international host names in their ASCII form, so look-alike letters show.
    { modal: true, detail: url.href },
    open,
  );
  return chosen === open && (await vscode.env.openExternal(vscode.Uri.parse(url.href, true)));
}
