import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileIdentity } from '../../../src/ledger/fileIdentity.ts';
import { setAside } from '../../../src/ledger/quarantine.ts';
import { LedgerFolder } from './ledgerFixture.ts';

const noon = Date.UTC(2026, 10, 22, 12);

describe('setAside', () => {
  let folder: LedgerFolder;
  beforeEach(() => {
    folder = new LedgerFolder();
  });
  afterEach(() => folder.cleanUp());

  it('moves the file and everything that SQLite keeps beside it', () => {
    for (const suffix of ['', '-wal', '-shm']) writeFileSync(folder.path + suffix, `old${suffix}`);
    const target = setAside(folder.path, fileIdentity(folder.path), noon);
    assert.equal(target, `${folder.path}.corrupt-2026-11-22T12-00-00-000Z`);
    assert.deepEqual(readdirSync(folder.directory).sort(), [
      'ledger.sqlite.corrupt-2026-11-22T12-00-00-000Z',
      'ledger.sqlite.corrupt-2026-11-22T12-00-00-000Z-shm',
      'ledger.sqlite.corrupt-2026-11-22T12-00-00-000Z-wal',
    ]);
    assert.equal(readFileSync(`${target}-wal`, 'utf8'), 'old-wal');
  });

  it('leaves a new ledger alone that another window has begun meanwhile', () => {
    writeFileSync(folder.path, 'corrupt');
    const corrupt = fileIdentity(folder.path);
    assert.notEqual(setAside(folder.path, corrupt, noon), null);
    writeFileSync(folder.path, 'new');
    assert.equal(setAside(folder.path, corrupt, noon), null);
    assert.equal(readFileSync(folder.path, 'utf8'), 'new');
  });

  it('never overwrites what was set aside before', () => {
    const targets = ['first', 'second'].map((text) => {
      writeFileSync(folder.path, text);
      return setAside(folder.path, fileIdentity(folder.path), noon) ?? '';
    });
    assert.deepEqual(
      targets.map((target) => readFileSync(target, 'utf8')),
      ['first', 'second'],
    );
  });

  it('has nothing to do where there is no file', () => {
    assert.equal(setAside(folder.path, fileIdentity(folder.path), noon), null);
  });
});
