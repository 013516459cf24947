import assert from 'node:assert/strict';
import { readingSentence } from '../../../../src/panel/spend/readingSentence.ts';
import { english } from '../../host/spend/spendFixture.ts';

describe('readingSentence', () => {
  it('says why the ledger cannot be read, and nothing of sending', () => {
    assert.equal(
      readingSentence({ kind: 'ledger-unavailable', cause: 'database is locked' }, english),
      'The ledger cannot be read (database is locked).',
    );
    assert.equal(
      readingSentence({ kind: 'unexpected', cause: 'oops' }, english),
      'The dashboard ran into a fault of its own (oops). The ledger is safe.',
    );
  });
});
