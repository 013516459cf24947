import * as vscode from 'vscode';

/**
 * The column in which code is shown beside a comparison's panel: where the document is in view already, else the first
 * one that shows no panel.
 *
 * @param keepsFocus whether the person may be typing somewhere: the column of the focus is left alone then, since text
 * meant for one file would end up in the other
 */
export function codeColumn(uri: vscode.Uri, keepsFocus: boolean): vscode.ViewColumn {
  const { all } = vscode.window.tabGroups;
  const isOpenIn = ({ activeTab }: vscode.TabGroup) =>
    activeTab?.input instanceof vscode.TabInputText && activeTab.input.uri.toString() === uri.toString();
  const isFree = ({ activeTab, isActive, tabs }: vscode.TabGroup) =>
    !(activeTab?.input instanceof vscode.TabInputWebview) && !(keepsFocus && isActive && tabs.length > 0);
  const group = all.find(isOpenIn) ?? all.find(isFree);
  return group?.viewColumn ?? all.length + 1;
}
