import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../../../../src/core/failure.ts';
import type { ExportPiece } from '../../../../../src/host/spend/archive/exportText.ts';
import { writeBeside } from '../../../../../src/host/spend/archive/writeBeside.ts';

async function* pieces(...all: (ExportPiece | Failure)[]): AsyncGenerator<ExportPiece | Failure> {
  yield* all;
}

const half: ExportPiece = { text: 'half ', entries: 1 };
const other: ExportPiece = { text: 'and half', entries: 2 };
const unavailable: Failure = { kind: 'ledger-unavailable', cause: 'it is locked' };

describe('writeBeside', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tiebreak-export-'));
    path = join(folder, 'export.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const quiet = { isCancelled: () => false, progress: () => undefined };

  it('writes all pieces, in place of what was there', async () => {
    writeFileSync(path, 'earlier');
    const told: number[] = [];
    const watch = { isCancelled: () => false, progress: (entries: number) => void told.push(entries) };
    assert.deepEqual(await writeBeside(path, pieces(half, other), watch), { kind: 'written', entries: 3 });
    assert.equal(readFileSync(path, 'utf8'), 'half and half');
    assert.deepEqual(readdirSync(folder), ['export.json']);
    assert.deepEqual(told, [1, 3]);
  });

  it('leaves what was there, and no half file, when the ledger fails', async () => {
    writeFileSync(path, 'earlier');
    assert.deepEqual(await writeBeside(path, pieces(half, unavailable), quiet), unavailable);
    assert.equal(readFileSync(path, 'utf8'), 'earlier');
    assert.deepEqual(readdirSync(folder), ['export.json']);
  });

  it('leaves no half file when it is cancelled', async () => {
    let asked = 0;
    const watch = { ...quiet, isCancelled: () => ++asked > 1 };
    assert.deepEqual(await writeBeside(path, pieces(half, other), watch), { kind: 'cancelled' });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('says why a place cannot be written to', async () => {
    const end = await writeBeside(join(folder, 'not', 'there.json'), pieces(half), quiet);
    assert.ok(end.kind === 'unwritable');
    assert.match(end.cause, /ENOENT/);
    const taken = join(folder, 'folder');
    mkdirSync(join(taken, 'inner'), { recursive: true });
    assert.equal((await writeBeside(taken, pieces(half), quiet)).kind, 'unwritable');
    assert.deepEqual(readdirSync(folder), ['folder']);
  });
});
