import { randomUUID } from 'node:crypto';
import type { ExportKind } from '../../../../../src/app/archive/exportFormat.ts';
import type { ArchivedRequest, ArchivePart, LedgerArchive } from '../../../../../src/app/archivePorts.ts';
import type { AcceptedChanges } from '../../../../../src/app/ledgerPorts.ts';
import { exportText } from '../../../../../src/host/spend/archive/exportText.ts';
import type { ImportEnd } from '../../../../../src/host/spend/archive/importEntries.ts';
import { importEntries } from '../../../../../src/host/spend/archive/importEntries.ts';
import { allTime, archiveOf } from '../../../ledger/archive/archiveFixture.ts';
import { LedgerFolder, reservation, settlement } from '../../../ledger/ledgerFixture.ts';

/** Texts that a spreadsheet, a CSV reader or a JSON reader could stumble over. */
const awkward = [
  '=1+1',
  '+1',
  '-1',
  '@a',
  '\ta',
  '\ra',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  "'a",
  "'",
  'a"b,c\r\nd',
  '{"',
  'ä€😀',
  ' a ',
  '',
];

/** Requests and accepted changes with every fact there can be. */
function everyForm(): ArchivePart {
  const start = Date.UTC(2026, 10, 3, 4, 5, 6, 789);
  const { requestId: _id, ...ending } = settlement('', { endedAt: start + 9_000 });
  const usage = settlement('').usage ?? { ...noTokens };
  const make = (index: number, changes: Partial<ArchivedRequest>): ArchivedRequest => ({
    ...reservation({ startedAt: start + index }),
    sessionId: 'session',
    countedAt: start + index + 1,
    settlement: ending,
    ...changes,
  });
  const forms: Partial<ArchivedRequest>[] = [
    {},
    { settlement: null, upperBound: null },
    { provider: 'anthropic', side: 'right', taskKind: 'ask', scripted: true, attempt: 3, request: 2 },
    {
      settlement: {
        ...ending,
        outcome: 'failed',
        failureKind: 'stream-broken',
        usage: null,
        usageIsFinal: null,
        costNanoDollars: null,
        upperBound: 5,
        cacheSavings: null,
        priceSource: null,
        rawUsage: null,
        firstTokenAt: start + 800,
      },
    },
    {
      settlement: {
        ...ending,
        outcome: 'cancelled',
        usageIsFinal: false,
        cacheSavings: -12_345,
        priceSource: { kind: 'own' },
        terms: { serviceTier: 'flex', region: 'eu' },
        extras: [
          { kind: 'tool', name: 'web_search', calls: 2 },
          { kind: 'model', model: 'advisor', usage },
          { imageOutput: 7, ...noImage, model: null, kind: 'image-generation' },
        ],
        rawUsage: { deep: [1, 2.5, { er: null }], text: '=cmd' },
      },
    },
    ...awkward.map((text, index) => ({
      model: text,
      workspace: { id: `id${index}${text}`, name: text },
      settlement: { ...ending, returnedModel: text, terms: { serviceTier: text, region: null }, rawUsage: text },
    })),
  ];
  return { requests: forms.map((form, index) => make(index, form)), accepted: awkward.slice(0, 3).map(accepted) };

  function accepted(text: string, index: number): AcceptedChanges {
    const { comparisonId, taskKind, side, provider, scripted } = reservation();
    const facts = { comparisonId, taskKind, side, provider, scripted, model: text, hunks: index };
    const workspace = index === 0 ? null : { id: `id${index}${text}`, name: text };
    return { ...facts, workspace, changeId: randomUUID(), acceptedAt: start + index };
  }
}

const noTokens = { uncachedInput: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 0, reasoning: 0 };
const noImage = { textInput: 0, cachedTextInput: 0, imageInput: 0, cachedImageInput: 0, textOutput: 0 };

/** When all of it is imported, in milliseconds since the epoch. */
export const importedAt = Date.UTC(2026, 10, 27);

/** A whole export as one text. */
export async function exported(archive: LedgerArchive, kind: ExportKind): Promise<string> {
  let text = '';
  for await (const piece of exportText(archive, kind, allTime, Date.UTC(2026, 10, 27))) {
    if ('kind' in piece) throw new Error(`The ledger is unavailable: ${JSON.stringify(piece)}`);
    text += piece.text;
  }
  return text;
}

/** Imports a text in chunks of an awkward length. */
export function imported(archive: LedgerArchive, text: string | Uint8Array): Promise<ImportEnd> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const source = {
    size: bytes.byteLength,
    limit: 1e9,
    async *chunks() {
      for (let start = 0; start < bytes.byteLength; start += 1_009) yield bytes.subarray(start, start + 1_009);
    },
  };
  return importEntries(source, archive, { isCancelled: () => false, progress: () => undefined }, importedAt);
}

/** An archive with everything of `everyForm`, and its folder. */
export async function filledArchive() {
  const folder = new LedgerFolder();
  const archive = archiveOf(folder.open());
  const part = everyForm();
  await archive.add(part);
  return { folder, archive, part };
}
