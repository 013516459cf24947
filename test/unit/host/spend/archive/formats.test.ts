import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { exactDollars } from '../../../../../src/app/archive/csvCells.ts';
import type { SqliteArchive } from '../../../../../src/ledger/archive/sqliteArchive.ts';
import { allTime, archiveOf, everything } from '../../../ledger/archive/archiveFixture.ts';
import { LedgerFolder } from '../../../ledger/ledgerFixture.ts';
import { exported, filledArchive, imported } from './exportFixture.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../../../../../media/spend-export.schema.json', import.meta.url), 'utf8'),
);

describe('exports of the ledger', () => {
  let filled: Awaited<ReturnType<typeof filledArchive>>;
  let other: LedgerFolder;
  let there: SqliteArchive;
  beforeEach(async () => {
    filled = await filledArchive();
    other = new LedgerFolder();
    there = archiveOf(other.open());
  });
  afterEach(() => {
    filled.folder.cleanUp();
    other.cleanUp();
  });

  for (const kind of ['json', 'csv'] as const) {
    it(`can be imported again without loss, and twice without doubles (${kind})`, async () => {
      const text = await exported(filled.archive, kind);
      const { requests, accepted } = filled.part;
      const sums = { requests: requests.length, accepted: accepted.length, settled: 0, known: 0 };
      assert.deepEqual(await imported(there, text), { kind: 'imported', ...sums });
      assert.deepEqual(await everything(there), await everything(filled.archive));
      assert.equal(await exported(there, kind), text);
      const known = { requests: 0, accepted: 0, settled: 0, known: requests.length + accepted.length };
      assert.deepEqual(await imported(there, text), { kind: 'imported', ...known });
      assert.equal(await exported(there, kind), text);
    });

    it(`are whole for an empty ledger, too (${kind})`, async () => {
      const text = await exported(there, kind);
      const none = { requests: 0, accepted: 0, settled: 0, known: 0 };
      assert.deepEqual(await imported(filled.archive, text), { kind: 'imported', ...none });
    });

    it(`are imported whoever formatted them anew (${kind})`, async () => {
      const text = await exported(filled.archive, kind);
      const anew =
        kind === 'json'
          ? JSON.stringify(JSON.parse(text), null, 2)
          : `\ufeff${text.replace(/\r\n(?=request,|accepted-change,|$)/g, '\n')}\n\n`;
      assert.equal((await imported(there, anew)).kind, 'imported');
      assert.equal(await exported(there, kind), text);
    });
  }

  it('are read where they do not say whether usage is final, as those of before', async () => {
    const json = (await exported(filled.archive, 'json')).replaceAll(/"usageIsFinal":(true|false|null),/g, '');
    assert.ok(!json.includes('usageIsFinal'));
    assert.equal((await imported(there, json)).kind, 'imported');
    const withoutFinal = (await everything(filled.archive)).requests.map(({ settlement, ...rest }) => ({
      ...rest,
      settlement: settlement === null ? null : { ...settlement, usageIsFinal: null },
    }));
    assert.deepEqual((await everything(there)).requests, withoutFinal);
    const third = new LedgerFolder();
    const lines: string[][] = parse(await exported(filled.archive, 'csv'));
    assert.equal(lines[0]?.at(-1), 'usage_is_final');
    const csv = stringify(lines.map((cells) => cells.slice(0, -1)));
    assert.equal((await imported(archiveOf(third.open()), csv)).kind, 'imported');
    assert.deepEqual((await everything(archiveOf(third.open()))).requests, withoutFinal);
    third.cleanUp();
  });

  it('are in two halves when the ledger is larger than a part', async () => {
    const [request] = filled.part.requests;
    assert.ok(request !== undefined);
    const requests = Array.from({ length: 1_201 }, (_, index) => ({ ...request, requestId: `r${index}` }));
    await there.add({ requests, accepted: filled.part.accepted });
    for (const kind of ['json', 'csv'] as const) {
      const text = await exported(there, kind);
      const third = new LedgerFolder();
      const end = await imported(archiveOf(third.open()), text);
      assert.deepEqual(end, { kind: 'imported', requests: 1_201, accepted: 3, settled: 0, known: 0 });
      third.cleanUp();
    }
  });

  it('are what the schema says, as JSON', async () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    for (const archive of [filled.archive, there]) {
      assert.ok(validate(JSON.parse(await exported(archive, 'json'))), JSON.stringify(validate.errors, null, 1));
    }
    const parsed: { readonly requests: readonly { readonly settlement: { costNanoDollars: unknown } | null }[] } =
      JSON.parse(await exported(filled.archive, 'json'));
    const settled = parsed.requests.find(({ settlement }) => settlement !== null)?.settlement;
    assert.ok(settled !== null && settled !== undefined);
    settled.costNanoDollars = 0.5;
    assert.equal(validate(parsed), false);
  });

  it('are safe to open in a spreadsheet, and give dollars exactly, as CSV', async () => {
    const text = await exported(filled.archive, 'csv');
    assert.ok(text.split('\r\n')[0]?.startsWith('record,version,cost_dollars,time,provider,model,'));
    const rows: Record<string, string>[] = parse(text, { columns: true });
    const numbers = new Set(['cache_savings_nano_dollars']);
    for (const row of rows) {
      for (const [column, cell] of Object.entries(row)) {
        if (!numbers.has(column)) assert.doesNotMatch(cell, /^[=+\-@＝＋－＠\t\r\n]/, column);
      }
    }
    assert.equal(rows[0]?.['cost_nano_dollars'], '2385000');
    assert.equal(rows[0]?.['cost_dollars'], '0.002385');
    assert.equal(rows.at(-1)?.['record'], 'accepted-change');
    assert.equal(exactDollars(12_000_000_001), '12.000000001');
    assert.equal(exactDollars(3_000_000_000), '3');
    assert.equal(exactDollars(0), '0');
  });

  it('hold the period that was asked for and nothing else', async () => {
    const [first] = filled.part.requests;
    assert.ok(first !== undefined);
    const entries = await everything(filled.archive, { start: allTime.start, end: first.countedAt });
    assert.deepEqual(entries.requests, []);
    assert.equal(entries.accepted.length, 1);
  });
});
