import * as vscode from 'vscode';

/** Why saving a document changes more of its file than was changed in the editor. */
export type SavingFault = 'mixed-endings' | 'unknown-bytes';

/**
 * Whether VS Code cannot give a file back as it is: it keeps one kind of line ending per document, and replaces bytes
 * that the encoding has no character for (both tried with VS Code 1.139). Found by encoding the untouched buffer again.
 * Null for documents that have unsaved changes already, or no file: the person's own saving does the same to them.
 */
export async function findSavingFault(document: vscode.TextDocument): Promise<SavingFault | null> {
  if (document.isDirty || document.isUntitled) return null;
  try {
    const onDisk = await vscode.workspace.fs.readFile(document.uri);
    const { encoding } = document;
    const saved = await vscode.workspace.encode(document.getText(), { encoding });
    if (Buffer.compare(onDisk, saved) === 0) return null;
    const ending = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const text = await vscode.workspace.decode(onDisk, { encoding });
    // A file that was changed on disk in this moment is neither.
    if (text.replaceAll(/\r\n|\r|\n/g, ending) !== document.getText()) return null;
    return text === document.getText() ? 'unknown-bytes' : 'mixed-endings';
  } catch {
    // A provider without files, or one that answers for itself.
    return null;
  }
}
