import * as vscode from 'vscode';

/** Longer than between two letters of a fast typist. In milliseconds. */
const pause = 150;
/** Nobody who pressed a button waits longer than this for something to happen. In milliseconds. */
const longest = 3000;

/** Settles as soon as no document was changed for a moment, or when that takes too long. */
export async function typingPause(): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => {
      subscription.dispose();
      clearTimeout(quiet);
      clearTimeout(giveUp);
      resolve();
    };
    let quiet = setTimeout(end, pause);
    const giveUp = setTimeout(end, longest);
    const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // What programs write into output channels is nobody's typing.
      if (contentChanges.length === 0 || document.uri.scheme === 'output') return;
      clearTimeout(quiet);
      quiet = setTimeout(end, pause);
    });
  });
}
