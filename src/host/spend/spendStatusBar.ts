import * as vscode from 'vscode';
import type { Ledger } from '../../app/ledgerPorts.ts';
import type { Clock, Log } from '../../app/ports.ts';
import type { Failure } from '../../core/failure.ts';
import { hasCalendarBudget } from '../../core/spend/budgetUse.ts';
import { localDay } from '../../core/spend/localPeriods.ts';
import { readBudgets } from './budgetSettings.ts';
import type { PricesInUse } from './priceNotes.ts';
import type { SpendItem } from './spendStatusItem.ts';
import { readStatusBarPeriod } from './statusBarSetting.ts';

/** What the item needs around it. */
interface SpendStatusBarServices {
  /** Disposed of with the status bar. */
  readonly item: SpendItem;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** By which prices requests are counted now. */
  readonly prices: () => Promise<PricesInUse>;
}

/** Milliseconds until the first reading: opening the ledger is not part of starting up. */
const firstReading = 200;
/** Milliseconds until what could not be read is tried again by itself. */
const nextTry = 60_000;
/** Milliseconds between looks at the date: timers stand still while a computer sleeps through midnight. */
const dateLook = 5 * 60_000;

/** What is shown follows these settings. */
const shownSettings = ['tiebreak.statusBar', 'tiebreak.budget', 'tiebreak.prices', 'tiebreak.refreshPrices'];

/** No comparison has this id: the status bar asks for what counts against the day and the month alone. */
const noComparison = '';

/** Keeps the spend in the status bar as it is now. Shows at once, and reads the ledger later; reads nothing if hidden. */
export class SpendStatusBar implements vscode.Disposable {
  private readonly services: SpendStatusBarServices;
  private readonly disposables: vscode.Disposable[] = [];
  private subscription: { dispose(): void } | null = null;
  private cancelTimer: () => void = () => undefined;
  private shownDay: number | null = null;
  private reading = false;
  private readAgain = false;

  constructor(services: SpendStatusBarServices) {
    this.services = services;
    this.disposables.push(
      services.item,
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!shownSettings.some((setting) => event.affectsConfiguration(setting))) return;
        this.follow();
        this.refresh();
      }),
      services.item.onDidAskAgain(() => this.refresh()),
    );
    this.follow();
    if (this.subscription !== null) this.cancelTimer = services.clock.after(firstReading, () => this.refresh());
  }

  dispose(): void {
    this.letGo();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Shows the item and listens to the ledger while the person wants it, and neither while not. */
  private follow(): void {
    if (readStatusBarPeriod() === null) {
      this.letGo();
      this.services.item.hide();
      return;
    }
    this.subscription ??= this.services.ledger.onDidChange(() => this.refresh());
    this.services.item.show();
  }

  private letGo(): void {
    this.cancelTimer();
    this.subscription?.dispose();
    this.subscription = null;
  }

  private refresh(): void {
    if (this.subscription === null) return;
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    this.read()
      .catch((error: unknown) => {
        this.services.log.error('The spend could not be shown.', error);
        if (this.subscription !== null) this.showUnavailable({ kind: 'unexpected', cause: String(error) });
      })
      .finally(() => {
        this.reading = false;
        if (!this.readAgain) return;
        this.readAgain = false;
        this.refresh();
      });
  }

  private async read(): Promise<void> {
    const { clock, ledger } = this.services;
    const period = readStatusBarPeriod();
    if (period === null) return;
    const budgets = readBudgets();
    const now = clock.now();
    const [{ spendReadout }, totals, standings, prices] = await Promise.all([
      import('./spendReadout.ts'),
      ledger.totals(now),
      !('kind' in budgets) && hasCalendarBudget(budgets) ? ledger.standings(noComparison, now) : null,
      this.services.prices(),
    ]);
    if (this.subscription === null) return;
    this.cancelTimer();
    if ('kind' in totals) return this.showUnavailable(totals);
    if (standings !== null && 'kind' in standings) return this.showUnavailable(standings);
    this.services.item.showSpend(
      spendReadout({ period, totals, budgets, standings, prices }, vscode.env.language, vscode.l10n),
    );
    this.shownDay = localDay(now).start;
    this.lookForMidnight();
  }

  private showUnavailable(failure: Failure): void {
    this.cancelTimer();
    this.services.item.showUnavailable(failure);
    this.cancelTimer = this.services.clock.after(nextTry, () => this.refresh());
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
