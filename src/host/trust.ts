import * as vscode from 'vscode';
import type { FailureOf } from '../core/failure.ts';

/**
 * In Restricted Mode nothing is sent and nothing is written. Commands can be called while their menus are hidden, so
 * every way in asks here; null means trusted.
 */
export function whyUntrusted(): FailureOf<'untrusted-workspace'> | null {
  return vscode.workspace.isTrusted ? null : { kind: 'untrusted-workspace' };
}

/** Opens VS Code's own page for trusting a workspace. */
export async function manageTrust(): Promise<void> {
  await vscode.commands.executeCommand('workbench.trust.manage');
}
