import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';

/** What the bench can ask of the extension host that it measures; each name is a command of the probe's. */
const wishes: Readonly<Record<string, (argument: unknown) => Promise<unknown>>> = {
  /** The text of `Developer: Startup Performance`. */
  startupPerformance: async () => {
    await vscode.commands.executeCommand('perfview.show');
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const report = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
      if (report?.getText().includes('Extension Activation Stats')) return report.getText();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('VS Code did not show its startup performance');
  },
  /** Bytes that this process holds once everything that can be let go is gone. */
  memory: async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    for (let round = 0; round < 4; round += 1) {
      collect();
      // Finalizers and what hangs on timers come between two collections.
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const { heapUsed, rss } = process.memoryUsage();
    return { heapUsed, rss };
  },
  run: async (command) => {
    await vscode.commands.executeCommand(String(command));
    return null;
  },
  closeWebviews: async () => {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter((tab) => tab.input instanceof vscode.TabInputWebview));
    return null;
  },
};

/** Connects to the bench and does what it asks, one line of JSON each way; also opens the empty webview of a keypress. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.commands.registerCommand('tiebreakBench.openEmpty', openEmpty));
  const socket = connect(Number(process.env.TIEBREAK_BENCH_PORT), '127.0.0.1');
  // The bench goes away before this window does.
  socket.on('error', () => undefined);
  createInterface({ input: socket }).on('line', (line) => {
    const { wish, argument } = JSON.parse(line) as { readonly wish: string; readonly argument: unknown };
    const fulfil = wishes[wish] ?? (() => Promise.reject(new Error(`no such wish: ${wish}`)));
    fulfil(argument).then(
      (value) => socket.write(`${JSON.stringify({ value })}\n`),
      (error: unknown) => socket.write(`${JSON.stringify({ error: String(error) })}\n`),
    );
  });
  context.subscriptions.push({ dispose: () => socket.destroy() });
}

/** A webview with as little in it as can be seen, beside the code and without the focus. */
function openEmpty(): void {
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel('tiebreakBench.empty', 'Empty', column, { enableScripts: true });
  panel.webview.html = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    <main aria-label="Empty">Empty</main>`;
}
