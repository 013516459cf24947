import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { hasSafeWriteAheadLog, safeJournalMode } from '../../../src/ledger/journalMode.ts';
import { LedgerFolder, reservation } from './ledgerFixture.ts';

describe('safeJournalMode', () => {
  it('trusts the write-ahead log only of versions without the corruption bug', () => {
    const safe = ['3.44.6', '3.44.7', '3.50.7', '3.50.8', '3.51.3', '3.52.0', '3.53.4', '4.0.0'];
    const unsafe = ['3.44.5', '3.45.0', '3.46.1', '3.49.2', '3.50.0', '3.50.6', '3.51.0', '3.51.2', '3.7.0'];
    assert.deepEqual(safe.filter(hasSafeWriteAheadLog), safe);
    assert.deepEqual(unsafe.filter(hasSafeWriteAheadLog), []);
  });

  it('falls back to the rollback journal for the others', () => {
    assert.equal(safeJournalMode('3.51.2', tmpdir()), 'delete');
  });

  it('is what the ledger’s file is in', async () => {
    const folder = new LedgerFolder();
    try {
      await folder.open().reserve(reservation(), null);
      const [version] = folder.query('SELECT sqlite_version() AS version');
      const [mode] = folder.query('PRAGMA journal_mode');
      assert.equal(mode?.journal_mode, safeJournalMode(String(version?.version), folder.directory));
    } finally {
      folder.cleanUp();
    }
  });
});
