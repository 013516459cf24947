import * as vscode from 'vscode';
import type { HunkReference } from './proposalThreads.ts';
import { shownLine } from './proposedText.ts';
import type { ReviewedFile, ReviewedHunk } from './reviewedFile.ts';

/** Above each hunk: what it is, and what can be done with it. */
export class ReviewLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #files: (document: vscode.TextDocument) => ReviewedFile | null;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  #registration: vscode.Disposable | null = null;

  /** @param files what is reviewed in a document now */
  constructor(files: (document: vscode.TextDocument) => ReviewedFile | null) {
    this.#files = files;
  }

  /** Only while something is reviewed is VS Code asked to come by with every document. */
  refresh(isReviewing: boolean): void {
    if (isReviewing) this.#registration ??= vscode.languages.registerCodeLensProvider({ pattern: '**' }, this);
    this.#changed.fire();
    if (isReviewing) return;
    this.#registration?.dispose();
    this.#registration = null;
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const file = this.#files(document);
    if (file === null) return [];
    return file.hunks.flatMap((hunk, index) => {
      const line = Math.min(hunk.start, document.lineCount - 1);
      const range = new vscode.Range(line, 0, line, 0);
      const commands = [...hunkCommands(file, hunk), ...(index === 0 ? reviewCommands(file) : [])];
      return commands.map((command) => new vscode.CodeLens(range, command));
    });
  }

  dispose(): void {
    this.#registration?.dispose();
    this.#changed.dispose();
  }
}

function hunkCommands(file: ReviewedFile, hunk: ReviewedHunk): readonly vscode.Command[] {
  const reference: HunkReference = { comparisonId: file.session.comparison.id, hunkId: hunk.hunk.id };
  const withHunk = (title: string, command: string): vscode.Command => ({ title, command, arguments: [reference] });
  const name = { title: titleOf(file, hunk), command: '' };
  const isAccepted = hunk.choice === 'accepted';
  const isRejected = hunk.choice === 'rejected';
  const choice =
    file.acceptable === 'now'
      ? [
          withHunk(isAccepted ? vscode.l10n.t('$(check) Accepted') : vscode.l10n.t('Accept'), 'tiebreak.acceptHunk'),
          withHunk(isRejected ? vscode.l10n.t('$(close) Rejected') : vscode.l10n.t('Reject'), 'tiebreak.rejectHunk'),
        ]
      : [];
  return [name, ...choice, withHunk(vscode.l10n.t('Show {0}', file.otherLabel), 'tiebreak.showOtherSide')];
}

function reviewCommands({ session, accepted }: ReviewedFile): readonly vscode.Command[] {
  const reference = { comparisonId: session.comparison.id, hunkId: null };
  const apply =
    accepted === 1 ? vscode.l10n.t('Apply 1 accepted hunk') : vscode.l10n.t('Apply {0} accepted hunks', accepted);
  return [
    ...(accepted === 0 ? [] : [{ title: apply, command: 'tiebreak.applyAccepted', arguments: [reference] }]),
    { title: vscode.l10n.t('End review'), command: 'tiebreak.endReview', arguments: [reference] },
  ];
}

function titleOf(file: ReviewedFile, { hunk, number, isLost, care }: ReviewedHunk): string {
  const parts = [vscode.l10n.t('Hunk {0} of {1}', number, file.count), file.label];
  if (hunk.change === 'delete') parts.push(vscode.l10n.t('deletes this file'));
  if (hunk.newPath !== null) parts.push(vscode.l10n.t('renames this file to {0}', shownLine(hunk.newPath)));
  if (hunk.change === 'edit' && hunk.newLines.length === 0) parts.push(vscode.l10n.t('removes these lines'));
  if (isLost) parts.push(vscode.l10n.t('$(warning) your code changed here since'));
  if (hunk.edited) parts.push(vscode.l10n.t('edited by you'));
  if (care.includes('loose-match')) parts.push(vscode.l10n.t('$(warning) placed loosely: look before you accept'));
  if (care.includes('hidden-characters')) parts.push(vscode.l10n.t('$(warning) hidden characters'));
  if (care.includes('protected-file')) parts.push(vscode.l10n.t('$(warning) protected file'));
  if (file.acceptable === 'later') parts.push(vscode.l10n.t('still being written'));
  if (file.acceptable === 'never') parts.push(vscode.l10n.t('did not finish, so it cannot be accepted'));
  return parts.join(' · ');
}
