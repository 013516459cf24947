import * as vscode from 'vscode';
import type { Failure } from '../../core/failure.ts';
import type { BudgetLevel } from '../../core/spend/budget.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { SpendReadout } from './spendReadout.ts';

/** The only two backgrounds that VS Code lets an item have; each brings its own foreground. */
const backgrounds: Readonly<Record<BudgetLevel, string | null>> = {
  below: null,
  warning: 'statusBarItem.warningBackground',
  reached: 'statusBarItem.errorBackground',
};

const showSpendCommand = 'tiebreak.showSpend';

/** The item in the status bar and what it looks like. Hidden until it is shown. */
export class SpendStatusItem implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly readAgainCommand: string;

  /** @param readAgainCommand is offered when the ledger cannot be read */
  constructor(readAgainCommand: string) {
    this.readAgainCommand = readAgainCommand;
    // VS Code puts the extension's id in front, so that the whole id is `tiebreak.tiebreak.spend`.
    this.item = vscode.window.createStatusBarItem('spend', vscode.StatusBarAlignment.Right, 100);
    this.item.name = vscode.l10n.t('Tiebreak spend');
    this.item.text = '$…';
    this.item.tooltip = vscode.l10n.t('Tiebreak spend');
    this.item.accessibilityInformation = { label: vscode.l10n.t('Tiebreak spend: not read yet') };
  }

  show(): void {
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }

  showSpend({ text, label, level, hover, commands }: SpendReadout): void {
    const background = backgrounds[level];
    const tooltip = new vscode.MarkdownString(hover, false);
    tooltip.isTrusted = { enabledCommands: commands };
    tooltip.supportHtml = false;
    this.item.text = text;
    this.item.accessibilityInformation = { label, role: 'button' };
    this.item.tooltip = tooltip;
    this.item.backgroundColor = background === null ? undefined : new vscode.ThemeColor(background);
    this.item.command = showSpendCommand;
  }

  showUnavailable(failure: Failure): void {
    const cause = failure.kind === 'ledger-unavailable' ? failure.cause : failure.kind;
    this.item.text = vscode.l10n.t('$(warning) Spend unknown');
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Tiebreak spend unknown: the ledger is unavailable ({0}). Select to read it again', cause),
      role: 'button',
    };
    // Not appendText: its spaces do not break, so that a line would end within a word.
    const sentences = [
      vscode.l10n.t('The ledger of Tiebreak is unavailable, so nothing can be sent to a model ({0}).', cause),
      vscode.l10n.t('Select to read it again.'),
    ];
    const text = new vscode.MarkdownString(sentences.map(escapeMarkdown).join('\n\n'), false);
    this.item.tooltip = text;
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.item.command = this.readAgainCommand;
  }
}
