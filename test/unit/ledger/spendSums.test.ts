import assert from 'node:assert/strict';
import { localDay, localMonth } from '../../../src/core/spend/localPeriods.ts';
import { reserving } from '../../../src/ledger/requestRows.ts';
import { known, LedgerFolder, only, reservation } from './ledgerFixture.ts';

const hour = 60 * 60 * 1000;

describe('SpendSums', () => {
  it('counts each row of a day and of a month exactly once, wherever it lies in them', async () => {
    const folder = new LedgerFolder();
    try {
      const ledger = folder.open();
      const month = localMonth(Date.now());
      // Noon of the month's last day, so that all of the month but half a day may have rows before it.
      const now = localDay(month.end - 1).start + 12 * hour;
      const day = localDay(now);
      const instants: number[] = [];
      for (let instant = month.start - 30 * hour; instant < now; instant += 1.7 * hour)
        instants.push(Math.floor(instant));
      for (const edge of [month.start - 1, month.start, day.start - 1, day.start, now]) instants.push(edge);
      instants.sort((one, other) => one - other);
      for (const startedAt of instants) await ledger.reserve(reservation({ startedAt }), null);

      const totals = known(await ledger.totals(now));
      const within = ({ start, end }: { start: number; end: number }) =>
        instants.filter((instant) => instant >= start && instant < end).length;
      assert.equal(only(totals.month).requests, within(month));
      assert.equal(only(totals.today).requests, within(day));
      assert.equal(only(totals.session).requests, instants.length);
    } finally {
      folder.cleanUp();
    }
  });

  it('finds its sums by key, never by reading all of them', async () => {
    const folder = new LedgerFolder();
    try {
      await folder.open().reserve(reservation(), null);
      const plans = [
        "SELECT * FROM spend_sums WHERE span = 'day' AND place >= 1 AND place < 2",
        "SELECT * FROM spend_sums WHERE span = 'workspace' AND place = 'x'",
      ];
      for (const plan of plans) {
        const steps = folder.query(`EXPLAIN QUERY PLAN ${plan}`).map((step) => String(step.detail));
        assert.ok(
          steps.some((step) => step.startsWith('SEARCH spend_sums USING PRIMARY KEY')),
          steps.join('; '),
        );
        assert.ok(!steps.some((step) => step.startsWith('SCAN spend_sums')), steps.join('; '));
      }
    } finally {
      folder.cleanUp();
    }
  });

  it('reserves without reading the rows that are there', async () => {
    const folder = new LedgerFolder();
    try {
      await folder.open().reserve(reservation(), null);
      const steps = folder.query(`EXPLAIN QUERY PLAN ${reserving}`).map((step) => String(step.detail));
      assert.ok(
        steps.some((step) => step.startsWith('SEARCH reservations')),
        steps.join('; '),
      );
      assert.ok(!steps.some((step) => step.startsWith('SCAN reservations')), steps.join('; '));
    } finally {
      folder.cleanUp();
    }
  });
});
