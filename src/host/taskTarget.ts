import * as vscode from 'vscode';

/** What a command is asked about. */
export type TaskTarget =
  /** The active editor: its selection, or the whole file. */
  | { readonly kind: 'editor' }
  /** A whole file, e.g. from the explorer. */
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  /** The lines of a range, e.g. a diagnostic's. */
  | {
      readonly kind: 'range';
      readonly uri: vscode.Uri;
      readonly range: vscode.Range;
      /** What the diagnostic says, or null. */
      readonly message: string | null;
    };

/** What the quick fix hands to `tiebreak.compareFix`. */
export interface QuickFixArgument {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly message: string;
}

/**
 * Makes out what a command was called with. The command palette and keybindings give nothing, the editor's context menu
 * the URI of its own document, the explorer a URI and the list of all selected ones, the quick fix its own argument.
 */
export function targetOfArguments(commandArguments: readonly unknown[]): TaskTarget {
  const [first, second] = commandArguments;
  if (first instanceof vscode.Uri) {
    const isEditors = vscode.window.activeTextEditor?.document.uri.toString() === first.toString();
    return isEditors && !Array.isArray(second) ? { kind: 'editor' } : { kind: 'file', uri: first };
  }
  if (typeof first === 'object' && first !== null && 'uri' in first && 'range' in first) {
    const { uri, range } = first;
    if (uri instanceof vscode.Uri && range instanceof vscode.Range) {
      const message = 'message' in first && typeof first.message === 'string' ? first.message : null;
      return { kind: 'range', uri, range, message };
    }
  }
  return { kind: 'editor' };
}
