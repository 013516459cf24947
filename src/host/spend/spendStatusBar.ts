import * as vscode from 'vscode';
import type { Ledger } from '../../app/ledgerPorts.ts';
import type { Clock, Log } from '../../app/ports.ts';
import type { Failure } from '../../core/failure.ts';
import { localDay } from '../../core/spend/localPeriods.ts';
import type { PricesInUse } from './priceNotes.ts';
import { spendStatus } from './spendStatus.ts';
import { spendTable } from './spendTable.ts';

/** What the item needs around it. */
interface SpendStatusBarServices {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** By which prices requests are counted at the moment. */
  readonly prices: () => Promise<PricesInUse>;
}

/** Milliseconds until the first reading: opening the ledger is not part of starting up. */
const firstReading = 200;
/** Milliseconds until an unreadable ledger is tried again by itself. */
const nextTry = 60_000;
/** Milliseconds between looks at the date: timers stand still while a computer sleeps through midnight. */
const dateLook = 5 * 60_000;

/** Read the ledger again; offered by the item when the ledger cannot be read. Not a command for the palette. */
const readAgainCommand = 'tiebreak.readSpendAgain';

/** Today's spend in the status bar, with a table by model in its hover. Shows at once, and reads the ledger later. */
export class SpendStatusBar implements vscode.Disposable {
  private readonly services: SpendStatusBarServices;
  private readonly item: vscode.StatusBarItem;
  private readonly disposables: { dispose(): void }[] = [];
  private cancelTimer: () => void;
  private shownDay: number | null = null;
  private reading = false;
  private readAgain = false;
  private disposed = false;

  constructor(services: SpendStatusBarServices) {
    this.services = services;
    // VS Code puts the extension's id in front, so that the whole id is `tiebreak.tiebreak.spend`.
    this.item = vscode.window.createStatusBarItem('spend', vscode.StatusBarAlignment.Right, 100);
    this.item.name = vscode.l10n.t('Tiebreak spend');
    this.item.text = '$…';
    this.item.tooltip = vscode.l10n.t('Tiebreak spend');
    this.item.accessibilityInformation = { label: vscode.l10n.t('Tiebreak spend today: not read yet') };
    this.item.show();
    this.disposables.push(
      this.item,
      services.ledger.onDidChange(() => this.refresh()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('tiebreak')) this.refresh();
      }),
      vscode.commands.registerCommand(readAgainCommand, () => this.refresh()),
    );
    this.cancelTimer = services.clock.after(firstReading, () => this.refresh());
  }

  dispose(): void {
    this.disposed = true;
    this.cancelTimer();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private refresh(): void {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    this.read()
      .catch((error: unknown) => this.services.log.error('The spend could not be shown.', error))
      .finally(() => {
        this.reading = false;
        if (!this.readAgain || this.disposed) return;
        this.readAgain = false;
        this.refresh();
      });
  }

  private async read(): Promise<void> {
    const { clock, ledger } = this.services;
    const now = clock.now();
    const [totals, prices] = await Promise.all([ledger.totals(now), this.services.prices()]);
    if (this.disposed) return;
    this.cancelTimer();
    if ('kind' in totals) {
      this.showUnavailable(totals);
      this.cancelTimer = clock.after(nextTry, () => this.refresh());
      return;
    }
    const locale = vscode.env.language;
    const { text, label } = spendStatus(totals.today, locale, vscode.l10n);
    this.item.text = text;
    this.item.accessibilityInformation = { label };
    this.item.tooltip = plainMarkdown(spendTable(totals, prices, locale, vscode.l10n));
    this.item.backgroundColor = undefined;
    this.item.command = undefined;
    this.shownDay = localDay(now).start;
    this.lookForMidnight();
  }

  private showUnavailable(failure: Failure): void {
    const cause = failure.kind === 'ledger-unavailable' ? failure.cause : failure.kind;
    this.item.text = vscode.l10n.t('$(warning) Spend unknown');
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Tiebreak spend unknown: the ledger is unavailable ({0}). Select to read it again', cause),
      role: 'button',
    };
    const text = new vscode.MarkdownString('', false);
    text.appendText(
      vscode.l10n.t('The ledger of Tiebreak is unavailable, so nothing can be sent to a model ({0}).', cause),
    );
    text.appendMarkdown('\n\n');
    text.appendText(vscode.l10n.t('Select to read it again.'));
    this.item.tooltip = text;
    this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.item.command = readAgainCommand;
  }

  private lookForMidnight(): void {
    const { clock } = this.services;
    const now = clock.now();
    const pause = Math.max(1, Math.min(localDay(now).end - now, dateLook));
    this.cancelTimer = clock.after(pause, () => {
      if (localDay(clock.now()).start === this.shownDay) this.lookForMidnight();
      else this.refresh();
    });
  }
}

/** Markdown that can run no command, load nothing and hold no HTML. */
function plainMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, false);
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}
