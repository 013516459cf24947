import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArchivedRequest, ArchivePart } from '../../../src/app/archivePorts.ts';
import type { AcceptedChanges, WorkspaceName } from '../../../src/app/ledgerPorts.ts';
import { standardTerms } from '../../../src/core/spend/billing.ts';
import { SqliteArchive } from '../../../src/ledger/archive/sqliteArchive.ts';
import { LedgerAccess } from '../../../src/ledger/ledgerAccess.ts';
import { quietLog, systemClock } from '../../unit/ledger/ledgerFixture.ts';

const oneDay = 24 * 60 * 60 * 1000;
const days = 29;

const workspaces: readonly WorkspaceName[] = [
  { id: 'pictured-shop', name: 'bookshop' },
  { id: 'pictured-service', name: 'warehouse-service' },
];

/** Per request, in tokens and nano-dollars by list prices: 4,100 and 9,600 uncached and cached input, and the output. */
const contenders = [
  { side: 'left', provider: 'openai', model: 'gpt-5.5', dollars: { input: 5_000, cached: 500, output: 30_000 } },
  {
    side: 'right',
    provider: 'anthropic',
    model: 'claude-opus-4-7',
    dollars: { input: 5_000, cached: 500, output: 25_000 },
  },
] as const;

/** A month of somebody's spend, made up, for pictures: busy and quiet days, two workspaces, both models. */
function picturedSpend(now: number): ArchivePart {
  const requests: ArchivedRequest[] = [];
  const accepted: AcceptedChanges[] = [];
  for (let day = days; day >= 0; day -= 1) {
    const weekday = new Date(now - day * oneDay).getDay();
    const comparisons = weekday === 0 || weekday === 6 ? day % 2 : 4 + ((day * 7) % 9);
    for (let index = 0; index < comparisons; index += 1) {
      const startedAt = now - day * oneDay - index * 25 * 60_000;
      const comparisonId = `pictured-${day}-${index}`;
      const workspace = workspaces[(day + index) % 3 === 0 ? 1 : 0] ?? null;
      const taskKind = index % 4 === 3 ? 'ask' : 'fix';
      for (const { side, provider, model, dollars } of contenders) {
        const output = 900 + ((day * 131 + index * 57 + (side === 'left' ? 400 : 1_300)) % 1_700);
        const usage = {
          uncachedInput: 4_100,
          cacheRead: 9_600,
          cacheWrite5m: 0,
          cacheWrite1h: 0,
          output,
          reasoning: 300,
        };
        const cost = usage.uncachedInput * dollars.input + usage.cacheRead * dollars.cached + output * dollars.output;
        const about = { comparisonId, taskKind, workspace, side, provider, model, scripted: false } as const;
        const requestId = `${comparisonId}-${side}`;
        requests.push({
          ...about,
          requestId,
          sessionId: 'pictured',
          attempt: 1,
          request: 1,
          startedAt,
          countedAt: startedAt,
          upperBound: 960_000_000,
          settlement: {
            endedAt: startedAt + 6_000 + output * 4,
            firstTokenAt: startedAt + 900,
            returnedModel: model,
            outcome: 'complete',
            failureKind: null,
            usage,
            usageIsFinal: true,
            extras: [],
            terms: standardTerms,
            rawUsage: { input_tokens: usage.uncachedInput + usage.cacheRead, output_tokens: output },
            costNanoDollars: cost,
            upperBound: null,
            cacheSavings: usage.cacheRead * (dollars.input - dollars.cached),
            priceSource: { kind: 'list', date: '2026-09-23' },
          },
        });
        // The dearer tokens make the cheaper changes here.
        const hunks = taskKind === 'ask' ? 0 : side === 'left' ? 1 + ((day + index) % 2) : (day + index) % 3;
        if (hunks > 0) accepted.push({ ...about, changeId: requestId, hunks, acceptedAt: startedAt + 60_000 });
      }
    }
  }
  return { requests, accepted };
}

/** Adds it to the ledger of a window that was opened before. @param dataFolder the server's */
export async function addPicturedSpend(dataFolder: string): Promise<void> {
  const file = (await readdir(dataFolder, { recursive: true })).find((name) => name.endsWith('ledger.sqlite'));
  if (file === undefined) throw new Error('The window has no ledger yet.');
  const access = new LedgerAccess({ directory: join(dataFolder, dirname(file)), clock: systemClock, log: quietLog });
  const added = await new SqliteArchive(access).add(picturedSpend(Date.now()));
  access.dispose();
  if ('kind' in added) throw new Error(`The pictured spend could not be added: ${JSON.stringify(added)}`);
}
