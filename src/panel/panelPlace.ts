import * as vscode from 'vscode';

/**
 * Makes room for a comparison's panel beside the code, and tells in which column.
 *
 * The first split is ours to size: it gives the panel's two columns two thirds of the width. Later panels go where the
 * earlier ones are, instead of cutting the window into ever thinner stripes. A file that was opened on top of an earlier
 * panel (VS Code opens files in the group that has the focus) moves over to the code's side first.
 *
 * @param viewType of the panels that count as earlier ones
 */
export async function makeRoom(viewType: string): Promise<vscode.ViewColumn> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const earlier = all.find((group) => group.tabs.some((tab) => isPanel(tab, viewType)));
  if (earlier === undefined) {
    return all.length === 1 ? await splitInThirds(activeTabGroup) : vscode.ViewColumn.Beside;
  }
  const { activeTab } = activeTabGroup;
  const isOnPanels = earlier === activeTabGroup && activeTab !== undefined && !isOurs(activeTab);
  if (isOnPanels && earlier.viewColumn > vscode.ViewColumn.One) {
    await vscode.commands.executeCommand('workbench.action.moveEditorToPreviousGroup');
  } else if (isOnPanels) {
    return vscode.ViewColumn.Beside;
  }
  return earlier.viewColumn;
}

async function splitInThirds({ viewColumn, tabs }: vscode.TabGroup): Promise<vscode.ViewColumn> {
  // An empty group has nothing to stand beside.
  if (tabs.length === 0) return viewColumn;
  await vscode.commands.executeCommand('vscode.setEditorLayout', {
    orientation: 0,
    groups: [{ size: 0.34 }, { size: 0.66 }],
  });
  return vscode.ViewColumn.Two;
}

/** Whether it is a panel of any kind of Tiebreak's: those keep each other's company. */
function isOurs({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && /\btiebreak\.\w+$/.test(input.viewType);
}

function isPanel(tab: vscode.Tab, viewType: string): boolean {
  // VS Code puts its own prefix before the view type of a panel.
  return tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith(viewType);
}
