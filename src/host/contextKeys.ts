import * as vscode from 'vscode';

/** What the manifest's `when` clauses can ask about. */
export interface ContextKeys {
  /** At least one answer is under way. */
  readonly 'tiebreak.isComparing': boolean;
  /** A comparison is open that has hunks. */
  readonly 'tiebreak.hasHunks': boolean;
  /** The editor that has the focus shows hunks. */
  readonly 'tiebreak.inlineReview': boolean;
}

/** Tells VS Code what is so now. */
export async function setContextKey<Name extends keyof ContextKeys>(
  name: Name,
  value: ContextKeys[Name],
): Promise<void> {
  await vscode.commands.executeCommand('setContext', name, value);
}
