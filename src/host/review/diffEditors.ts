import * as vscode from 'vscode';
import type { ComparisonSession } from '../../app/comparisonSession.ts';
import type { Side } from '../../core/side.ts';
import { codeColumn } from './codeColumn.ts';
import { type ProposedFile, proposedFiles } from './proposal.ts';
import { ProposalFiles } from './proposalFiles.ts';
import { baseScheme, placeOfProposal, proposalScheme, proposalUri } from './proposalUris.ts';

/** Shows what a side proposes in VS Code's own diff editors, where the proposed text can be edited. */
export class DiffEditors implements vscode.Disposable {
  readonly #files: ProposalFiles;
  /** Titles of diffs of several files, by comparison: VS Code tells no more of them. */
  readonly #titles = new Map<string, Set<string>>();

  /** @param find the session of a comparison that is open, or null */
  constructor(find: (comparisonId: string) => ComparisonSession | null) {
    this.#files = new ProposalFiles(find);
    // Those of a window before this one have nothing to show any more.
    void closeTabs((comparisonId) => find(comparisonId) === null);
  }

  /** Opens the file of a hunk at that hunk, or all files of a side. False when there is nothing to show. */
  async open(session: ComparisonSession, side: Side, hunkId: string | null): Promise<boolean> {
    const { comparison } = session;
    const files = proposedFiles(session, side);
    const hunk = comparison[side].hunks.find(({ id }) => id === hunkId);
    const wanted = hunk === undefined ? files : files.filter(({ path }) => path === hunk.path);
    const [first] = wanted;
    if (first === undefined) return false;
    const { label } = comparison[side].contender;
    if (wanted.length === 1) {
      await this.#openOne(session, side, first, hunk?.newStart ?? first.firstLine);
      return true;
    }
    const title = vscode.l10n.t('{0}: your code ↔ {1}', baseName(comparison.task.file.path), label);
    const titles = this.#titles.get(comparison.id) ?? new Set();
    this.#titles.set(comparison.id, titles.add(title));
    await focusColumn(codeColumn(vscode.Uri.parse(comparison.task.file.uri), false));
    const resources = wanted.map((file) => {
      const { base, proposal } = urisOf(session, side, file);
      return [proposal, file.change === 'create' ? undefined : base, proposal];
    });
    await vscode.commands.executeCommand('vscode.changes', title, resources);
    return true;
  }

  /** Closes every diff of a comparison and lets its documents go. */
  async release(comparisonId: string): Promise<void> {
    await this.#files.release(comparisonId);
    const titles = this.#titles.get(comparisonId) ?? new Set();
    this.#titles.delete(comparisonId);
    await closeTabs((id) => id === comparisonId, titles);
  }

  dispose(): void {
    this.#files.dispose();
  }

  async #openOne(session: ComparisonSession, side: Side, file: ProposedFile, line: number): Promise<void> {
    const { base, proposal } = urisOf(session, side, file);
    const { label } = session.comparison[side].contender;
    const { languageId } = file;
    for (const uri of [base, proposal]) {
      const document = await vscode.workspace.openTextDocument(uri);
      if (languageId !== null && document.languageId !== languageId) {
        await vscode.languages.setTextDocumentLanguage(document, languageId);
      }
    }
    await vscode.commands.executeCommand('vscode.diff', base, proposal, titleOf(file, label), {
      viewColumn: codeColumn(proposal, false),
      preview: false,
      selection: new vscode.Range(line, 0, line, 0),
    } satisfies vscode.TextDocumentShowOptions);
  }
}

function urisOf({ comparison }: ComparisonSession, side: Side, file: ProposedFile) {
  const place = { comparisonId: comparison.id, side, path: file.path };
  return {
    base: proposalUri(baseScheme, place, file.path),
    proposal: proposalUri(proposalScheme, place, file.shownPath),
  };
}

function titleOf({ path, shownPath, change }: ProposedFile, label: string): string {
  const name = baseName(path);
  if (change === 'create') return vscode.l10n.t('{0}: new file from {1}', name, label);
  if (change === 'delete') return vscode.l10n.t('{0}: deleted by {1}', name, label);
  if (shownPath !== path) return vscode.l10n.t('{0} → {1}: your code ↔ {2}', name, baseName(shownPath), label);
  return vscode.l10n.t('{0}: your code ↔ {1}', name, label);
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/** Groups by the command that gives each the focus. */
const focusCommands = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];

/**
 * A diff of several files opens in the group that has the focus; it is not to cover the panel it came from. The click
 * that led here may still be on its way to give that panel the focus.
 */
async function focusColumn(column: vscode.ViewColumn): Promise<void> {
  const group = focusCommands[column - 1];
  for (let attempt = 0; group !== undefined && attempt < 5; attempt += 1) {
    await vscode.commands.executeCommand(`workbench.action.focus${group}EditorGroup`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (vscode.window.tabGroups.activeTabGroup.viewColumn === column) return;
  }
}

async function closeTabs(
  isMeant: (comparisonId: string) => boolean,
  titles: ReadonlySet<string> = new Set(),
): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const meant = tabs.filter(({ input, label }) => {
    const uri =
      input instanceof vscode.TabInputTextDiff
        ? input.modified
        : input instanceof vscode.TabInputText
          ? input.uri
          : null;
    const place = uri === null ? null : placeOfProposal(uri);
    return place === null
      ? input === undefined && [...titles].some((title) => label.startsWith(title))
      : isMeant(place.comparisonId);
  });
  if (meant.length > 0) await vscode.window.tabGroups.close(meant, true);
}
