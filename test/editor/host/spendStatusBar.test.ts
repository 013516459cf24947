import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Failure } from '../../../src/core/failure.ts';
import type { SpendReadout } from '../../../src/host/spend/spendReadout.ts';
import { SpendStatusBar } from '../../../src/host/spend/spendStatusBar.ts';
import type { SpendItem } from '../../../src/host/spend/spendStatusItem.ts';
import { HeldClock } from '../../unit/app/heldClock.ts';
import { listPrices } from '../../unit/host/spend/spendFixture.ts';
import { LedgerFolder, quietLog } from '../../unit/ledger/ledgerFixture.ts';

/** Remembers what it showed last. */
class RememberingItem implements SpendItem {
  readonly askAgain = new vscode.EventEmitter<void>();
  readonly onDidAskAgain = this.askAgain.event;
  shown: string | Failure = 'nothing yet';
  private tell: () => void = () => undefined;

  show(): void {}

  hide(): void {}

  dispose(): void {
    this.askAgain.dispose();
  }

  showSpend({ text }: SpendReadout): void {
    this.shown = text;
    this.tell();
  }

  showUnavailable(failure: Failure): void {
    this.shown = failure;
    this.tell();
  }

  /** What it shows next by what is done. */
  async next(act: () => unknown): Promise<string | Failure> {
    const told = new Promise<void>((resolve) => {
      this.tell = resolve;
    });
    await act();
    await told;
    return this.shown;
  }
}

describe('SpendStatusBar', () => {
  it('says that spend is unknown after an error of its own, and tries again by itself and when asked to', async () => {
    const folder = new LedgerFolder();
    const clock = new HeldClock();
    const item = new RememberingItem();
    let isBroken = true;
    const prices = async () => {
      if (isBroken) throw new TypeError('a mistake');
      return listPrices;
    };
    const statusBar = new SpendStatusBar({ item, ledger: folder.open(), clock, log: quietLog, prices });
    try {
      const fault = { kind: 'unexpected', cause: 'TypeError: a mistake' };
      assert.deepEqual(await item.next(() => clock.advance(200)), fault);
      assert.deepEqual(await item.next(() => item.askAgain.fire()), fault);
      isBroken = false;
      assert.equal(await item.next(() => clock.advance(60_000)), '$0.0000');
    } finally {
      statusBar.dispose();
      folder.cleanUp();
    }
  });
});
