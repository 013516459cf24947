import type * as vscode from 'vscode';
import { compose } from './compose.ts';

/** Called by VS Code once. Does no input or output: the ledger, the SDKs and the panel are opened on first use. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(compose(context));
}
