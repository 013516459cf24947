import * as vscode from 'vscode';
import type { Failure } from '../../core/failure.ts';
import type { BudgetLevel } from '../../core/spend/budget.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { ledgerSentence } from './ledgerSentence.ts';
import type { SpendReadout } from './spendReadout.ts';

/** The only two backgrounds that VS Code lets an item have; each brings its own foreground. */
const backgrounds: Readonly<Record<BudgetLevel, string | null>> = {
  below: null,
  warning: 'statusBarItem.warningBackground',
  reached: 'statusBarItem.errorBackground',
};

const showSpendCommand = 'tiebreak.showSpend';

/** Read the ledger again; offered when it cannot be read. Not a command for the palette. */
const readAgainCommand = 'tiebreak.readSpendAgain';

/** Where spend is shown, and asked for again where it could not be. */
export interface SpendItem extends vscode.Disposable {
  readonly onDidAskAgain: vscode.Event<void>;
  show(): void;
  hide(): void;
  showSpend(readout: SpendReadout): void;
  showUnavailable(failure: Failure): void;
}

/** The item in the status bar and what it looks like. Hidden until it is shown. */
export class SpendStatusItem implements SpendItem {
  private readonly item: vscode.StatusBarItem;
  private readonly askAgain = new vscode.EventEmitter<void>();
  readonly onDidAskAgain = this.askAgain.event;
  private readonly command = vscode.commands.registerCommand(readAgainCommand, () => this.askAgain.fire());

  constructor() {
    // VS Code puts the extension's id in front, so that the whole id is `tiebreak.tiebreak.spend`.
    this.item = vscode.window.createStatusBarItem('spend', vscode.StatusBarAlignment.Right, 100);
    this.item.name = vscode.l10n.t('Tiebreak spend');
    this.item.text = '$…';
    this.item.tooltip = vscode.l10n.t('Tiebreak spend');
    this.item.accessibilityInformation = { label: vscode.l10n.t('Tiebreak spend: not read yet'), role: 'button' };
    this.item.command = showSpendCommand;
  }

  show(): void {
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
    this.command.dispose();
    this.askAgain.dispose();
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
    const sentence = ledgerSentence(failure);
    this.item.text = vscode.l10n.t('$(warning) Spend unknown');
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Tiebreak spend unknown. {0} Select to read it again', sentence),
      role: 'button',
    };
    // Not appendText: its spaces do not break, so that a line would end within a word.
    const sentences = [
      sentence,
      ...(failure.kind === 'ledger-unavailable'
        ? [vscode.l10n.t('Until it can be read, nothing can be sent to a model.')]
        : []),
      vscode.l10n.t('Select to read it again.'),
    ];
    const text = new vscode.MarkdownString(sentences.map(escapeMarkdown).join('\n\n'), false);
    this.item.tooltip = text;
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.item.command = readAgainCommand;
  }
}
