import * as vscode from 'vscode';

/** How long a language may take to look at a file that was only just opened, in milliseconds. */
const patience = 2_500;

/**
 * VS Code's own problems with a file, by line. A file that no editor showed yet is looked at by its language only now,
 * so that its first word is waited for.
 */
export async function problemsOf(uri: vscode.Uri, wasOpen: boolean): Promise<readonly vscode.Diagnostic[]> {
  if (!wasOpen && vscode.languages.getDiagnostics(uri).length === 0) await firstWordOn(uri);
  return vscode.languages
    .getDiagnostics(uri)
    .toSorted((one, other) => one.range.start.compareTo(other.range.start) || one.severity - other.severity);
}

function firstWordOn(uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const timer = setTimeout(done, patience);
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((changed) => changed.toString() === uri.toString())) done();
    });
  });
}
