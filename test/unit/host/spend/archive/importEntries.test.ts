import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { importEntries } from '../../../../../src/host/spend/archive/importEntries.ts';
import type { SqliteArchive } from '../../../../../src/ledger/archive/sqliteArchive.ts';
import { archiveOf, everything } from '../../../ledger/archive/archiveFixture.ts';
import { LedgerFolder } from '../../../ledger/ledgerFixture.ts';
import { exported, filledArchive, imported, importedAt } from './exportFixture.ts';

/** An entry of an export while a test spoils it. */
type Spoiled = Record<string, unknown>;

const day = 24 * 60 * 60 * 1000;
const tool = { kind: 'tool', name: 'web_search', calls: 1 };

/** Lists in lists. */
const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('importing a file', () => {
  let filled: Awaited<ReturnType<typeof filledArchive>>;
  let folder: LedgerFolder;
  let archive: SqliteArchive;
  let json: string;
  let csv: string;
  before(async () => {
    filled = await filledArchive();
    json = await exported(filled.archive, 'json');
    csv = await exported(filled.archive, 'csv');
  });
  after(() => filled.folder.cleanUp());
  beforeEach(() => {
    folder = new LedgerFolder();
    archive = archiveOf(folder.open());
  });
  afterEach(() => folder.cleanUp());

  async function refused(text: string | Uint8Array): Promise<unknown> {
    const end = await imported(archive, text);
    assert.deepEqual(await everything(archive), { requests: [], accepted: [] }, 'nothing of it may be added');
    return end;
  }

  /** The export with something changed. */
  function spoiled(spoil: (whole: Spoiled & { requests: Spoiled[]; acceptedChanges: Spoiled[] }) => void): string {
    const whole = JSON.parse(json);
    spoil(whole);
    return JSON.stringify(whole);
  }

  const settlementOf = (entry: Spoiled | undefined) => entry?.['settlement'] as Spoiled;
  const entryFaults: [field: string, spoil: (entry: Spoiled) => unknown][] = [
    ['requestId', (entry) => (entry['requestId'] = 7)],
    ['sessionId', (entry) => delete entry['sessionId']],
    ['taskKind', (entry) => (entry['taskKind'] = 'toString')],
    ['workspace', (entry) => (entry['workspace'] = 'x')],
    ['workspace.id', (entry) => (entry['workspace'] = { id: '', name: 'x' })],
    ['side', (entry) => (entry['side'] = 'middle')],
    ['provider', (entry) => (entry['provider'] = 'nobody')],
    ['model', (entry) => (entry['model'] = 'm'.repeat(10_001))],
    ['scripted', (entry) => (entry['scripted'] = 0)],
    ['attempt', (entry) => (entry['attempt'] = 1.5)],
    ['startedAt', (entry) => (entry['startedAt'] = '2026-02-30T00:00:00.000Z')],
    ['countedAt', (entry) => (entry['countedAt'] = 1_790_000_000_000)],
    ['upperBoundNanoDollars', (entry) => (entry['upperBoundNanoDollars'] = -1)],
    ['settlement', (entry) => (entry['settlement'] = [])],
    ['settlement.outcome', (entry) => (settlementOf(entry)['outcome'] = 'won')],
    ['settlement.failureKind', (entry) => (settlementOf(entry)['failureKind'] = 'bad luck')],
    ['settlement.endedAt', (entry) => (settlementOf(entry)['endedAt'] = null)],
    ['settlement.usage.output', (entry) => ((settlementOf(entry)['usage'] as Spoiled)['output'] = 100_000_001)],
    ['settlement.extras', (entry) => (settlementOf(entry)['extras'] = {})],
    ['settlement.extras[0].calls', (entry) => (settlementOf(entry)['extras'] = [{ kind: 'tool', name: 'x' }])],
    ['settlement.costNanoDollars', (entry) => (settlementOf(entry)['costNanoDollars'] = 0.5)],
    ['settlement.costNanoDollars', (entry) => (settlementOf(entry)['costNanoDollars'] = 1_000_000_000_001)],
    [
      'settlement.cacheSavingsNanoDollars',
      (entry) => (settlementOf(entry)['cacheSavingsNanoDollars'] = -1_000_000_000_001),
    ],
    ['settlement.priceSource', (entry) => (settlementOf(entry)['priceSource'] = 'yesterday')],
    ['settlement.rawUsage', (entry) => delete settlementOf(entry)['rawUsage']],
    ['settlement.rawUsage', (entry) => (settlementOf(entry)['rawUsage'] = { text: 'x'.repeat(65_536) })],
    ['settlement.rawUsage', (entry) => (settlementOf(entry)['rawUsage'] = nested(101))],
    ['settlement.extras', (entry) => (settlementOf(entry)['extras'] = Array(101).fill(tool))],
    ['startedAt', (entry) => (entry['startedAt'] = '1999-12-31T23:59:59.999Z')],
    ['countedAt', (entry) => (entry['countedAt'] = new Date(importedAt + day + 1).toISOString())],
    ['settlement.endedAt', (entry) => (settlementOf(entry)['endedAt'] = '9999-12-31T00:00:00.000Z')],
  ];

  for (const [field, spoil] of entryFaults) {
    it(`refuses the whole of it when a request’s ${field} is wrong, and says where`, async () => {
      const text = spoiled(({ requests }) => {
        const entry = requests[4];
        assert.ok(entry !== undefined);
        spoil(entry);
      });
      assert.deepEqual(await refused(text), { kind: 'malformed-entry', list: 'requests', number: 5, field });
    });
  }

  it('adds what is just within the limits', async () => {
    const text = spoiled(({ requests }) => {
      const entry = requests[4];
      assert.ok(entry !== undefined);
      Object.assign(entry, { countedAt: new Date(importedAt + day).toISOString() });
      const raw = { text: 'x'.repeat(65_536 - '{"text":""}'.length) };
      Object.assign(settlementOf(entry), { rawUsage: raw, extras: Array(100).fill(tool) });
      Object.assign(settlementOf(requests[3]), { rawUsage: nested(100), endedAt: '2000-01-01T00:00:00.000Z' });
    });
    assert.equal((await imported(archive, text)).kind, 'imported');
  });

  it('adds nothing of a file whose end is nested too deep to be written', async () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const whole = JSON.parse(json);
    const [plain] = whole.requests;
    const many = Array.from({ length: 400 }, () => ({ ...plain, requestId: randomUUID() }));
    const last = { ...plain, settlement: { ...plain.settlement, rawUsage: 'deep' } };
    const text = JSON.stringify({ ...whole, requests: [...many, last] }).replace('"deep"', deep);
    const fault = { kind: 'malformed-entry', list: 'requests', number: 401, field: 'settlement.rawUsage' };
    assert.deepEqual(await refused(text), fault);
  });

  it('refuses an accepted change with something wrong, and what is no entry at all', async () => {
    const hunks = spoiled(({ acceptedChanges }) => Object.assign(acceptedChanges[1] ?? {}, { hunks: '3' }));
    const list = 'acceptedChanges';
    assert.deepEqual(await refused(hunks), { kind: 'malformed-entry', list, number: 2, field: 'hunks' });
    const none = spoiled(({ requests }) => requests.splice(2, 1, null as unknown as Spoiled));
    assert.deepEqual(await refused(none), { kind: 'malformed-entry', list: 'requests', number: 3, field: '' });
  });

  it('refuses an export of a newer version as such, whatever else is in it, and wherever it says so', async () => {
    const newer = { kind: 'newer-version', version: 2 };
    assert.deepEqual(await refused(json.replace('"version":1', '"version":2')), newer);
    const { version: _version, ...rest } = JSON.parse(json);
    assert.deepEqual(await refused(JSON.stringify({ ...rest, requests: [{ of: 'the future' }], version: 2 })), newer);
    assert.deepEqual(await refused(csv.replace('\r\nrequest,1,', '\r\nrequest,2,')), newer);
  });

  it('refuses what is no export', async () => {
    const texts = ['', '  \n', '{}', '{"format":"other","version":1}', '[1]', '{"a"', 'a,b\r\n1,2\r\n', 'plain text'];
    for (const text of texts) assert.deepEqual(await refused(text), { kind: 'not-an-export' }, text);
  });

  it('refuses an export that was cut off, or is not text', async () => {
    assert.deepEqual(await refused(json.slice(0, -20)), { kind: 'broken-text', line: null });
    assert.deepEqual(await refused(`${json.slice(0, 2_000)}}}${json.slice(2_000)}`), {
      kind: 'broken-text',
      line: null,
    });
    const bytes = new TextEncoder().encode(json);
    bytes[bytes.length - 30] = 0xff;
    assert.deepEqual(await refused(bytes), { kind: 'broken-text', line: null });
    const lines = csv.split('\r\n');
    const cut = await refused(
      lines
        .slice(0, 3)
        .join('\r\n')
        .slice(0, -1)
        .replace(/,[^,]*$/, ''),
    );
    assert.deepEqual(cut, { kind: 'broken-text', line: 3 });
  });

  it('refuses a whole that lacks a part', async () => {
    for (const field of ['exportedAt', 'period', 'requests', 'acceptedChanges']) {
      const text = spoiled((whole) => delete whole[field]);
      assert.deepEqual(await refused(text), { kind: 'malformed-field', field });
    }
    const text = spoiled((whole) => Object.assign(whole, { period: { start: 'soon', end: 'later' } }));
    assert.deepEqual(await refused(text), { kind: 'malformed-field', field: 'period.start' });
    const object = spoiled((whole) => Object.assign(whole, { requests: {} }));
    assert.deepEqual(await refused(object), { kind: 'malformed-field', field: 'requests' });
  });

  it('says which line and column of a CSV file is wrong', async () => {
    const lines = csv.split('\r\n');
    const wrong = (line: number, from: string, to: string) =>
      lines.map((text, index) => (index === line - 1 ? text.replace(from, to) : text)).join('\r\n');
    const fault = (line: number, column: string) => ({ kind: 'malformed-line', line, column });
    assert.deepEqual(await refused(wrong(2, '2026-11-03T04:05:06.790Z', '03/11/2026')), fault(2, 'time'));
    assert.deepEqual(await refused(wrong(2, '2385000', '2.385E+06')), fault(2, 'cost_nano_dollars'));
    assert.deepEqual(await refused(wrong(3, 'request,1', 'question,1')), fault(3, 'record'));
    assert.deepEqual(await refused(wrong(3, 'request,1', 'request,one')), fault(3, 'version'));
    assert.deepEqual(await refused(wrong(4, ',[],', ',[,')), fault(4, 'extras'));
    assert.deepEqual(await refused(wrong(2, ',63,', ',,')), fault(2, 'uncached_input_tokens'));
    assert.deepEqual(await refused(wrong(1, 'output_tokens', 'tokens')), fault(2, 'output_tokens'));
  });

  it('refuses what is larger than can be read, without reading it', async () => {
    const source = {
      size: 11,
      limit: 10,
      chunks: (): AsyncIterable<Uint8Array> => assert.fail('it was read'),
    };
    const watch = { isCancelled: () => false, progress: () => undefined };
    assert.deepEqual(await importEntries(source, archive, watch, importedAt), {
      kind: 'too-large',
      size: 11,
      limit: 10,
    });
  });

  it('tells how far it is, stops when it is cancelled, and goes on when imported again', async () => {
    const [request] = filled.part.requests;
    assert.ok(request !== undefined);
    const many = Array.from({ length: 900 }, () => ({ ...request, requestId: randomUUID() }));
    await filled.archive.add({ requests: many, accepted: [] });
    const bytes = new TextEncoder().encode(await exported(filled.archive, 'json'));
    const source = {
      size: bytes.byteLength,
      limit: 1e9,
      async *chunks() {
        for (let start = 0; start < bytes.byteLength; start += 4_096) yield bytes.subarray(start, start + 4_096);
      },
    };
    const shares: number[] = [];
    const end = await importEntries(
      source,
      archive,
      {
        isCancelled: () => (shares.at(-1) ?? 0) > 0.7,
        progress: (share) => shares.push(share),
      },
      importedAt,
    );
    assert.ok(end.kind === 'cancelled' && end.requests > 0 && end.requests < 900, JSON.stringify(end));
    assert.deepEqual(
      shares,
      shares.toSorted((one, other) => one - other),
    );
    const again = await imported(archive, bytes);
    assert.ok(again.kind === 'imported');
    assert.equal(again.known, end.requests);
    assert.deepEqual(await everything(archive), await everything(filled.archive));
  });

  it('tells why it could not be read', async () => {
    const source = {
      size: 10,
      limit: 100,
      async *chunks(): AsyncGenerator<Uint8Array> {
        yield new TextEncoder().encode('{');
        throw new Error('EIO: the disk is gone');
      },
    };
    const end = await importEntries(
      source,
      archive,
      { isCancelled: () => false, progress: () => undefined },
      importedAt,
    );
    assert.deepEqual(end, { kind: 'unreadable', cause: 'EIO: the disk is gone' });
  });
});
