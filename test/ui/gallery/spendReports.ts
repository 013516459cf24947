import type { SpendReport } from '../../../src/app/archivePorts.ts';
import type { SpendRow } from '../../../src/app/ledgerPorts.ts';
import { localDay, type Period } from '../../../src/core/spend/localPeriods.ts';
import { sumFigures } from '../../../src/core/spend/spendFigures.ts';

/** The moment that all pictures are taken at. */
export const pictureTime = new Date(2026, 10, 27, 14, 30).getTime();

/** A model as the pictures have it: list prices in nano-dollars a token, and how many changes were taken per request. */
interface PicturedModel {
  readonly provider: SpendRow['provider'];
  readonly model: string;
  readonly input: number;
  readonly output: number;
  readonly outputTokens: number;
  readonly acceptedShare: number;
}

const gpt: PicturedModel = {
  provider: 'openai',
  model: 'gpt-5.5',
  input: 5000,
  output: 30_000,
  outputTokens: 900,
  acceptedShare: 0.38,
};
const opus: PicturedModel = {
  provider: 'anthropic',
  model: 'claude-opus-4-7',
  input: 5000,
  output: 25_000,
  outputTokens: 1500,
  acceptedShare: 0.71,
};
const others: readonly PicturedModel[] = [
  { ...gpt, model: 'gpt-5.5-mini', input: 500, output: 4000, acceptedShare: 0.2 },
  { ...gpt, model: 'gpt-5.4', input: 2500, output: 15_000 },
  { ...opus, model: 'claude-sonnet-4-6', input: 3000, output: 15_000 },
  { ...opus, model: 'claude-haiku-4-5', input: 1000, output: 5000, acceptedShare: 0.3 },
];

/** The two that a new installation compares. */
export const twoModels = [gpt, opus];
/** More models than have a colour of their own. */
export const sixModels = [gpt, opus, ...others];

const workspaces = [
  { id: 'a1', name: 'bookshop' },
  { id: 'b2', name: 'warehouse-service' },
  { id: 'c3', name: 'a-workspace-with-a-rather-long-name-of-its-own' },
];

/** So many requests of a model as one row; `unknown` of them were cut off. */
export function spendRow(model: PicturedModel, requests: number, unknown = 0, scripted = false): SpendRow {
  const known = requests - unknown;
  const uncachedInput = known * 2100;
  const cacheRead = known * 5200;
  const output = known * model.outputTokens;
  return {
    provider: model.provider,
    model: model.model,
    scripted,
    requests,
    usage: {
      uncachedInput,
      cacheRead,
      cacheWrite5m: model.provider === 'anthropic' ? known * 300 : 0,
      cacheWrite1h: 0,
      output,
      reasoning: Math.round(output / 3),
    },
    nanoDollars: uncachedInput * model.input + (cacheRead * model.input) / 10 + output * model.output,
    cacheSavings: (cacheRead * model.input * 9) / 10,
    unknownRequests: unknown,
    unknownUpperBound: unknown * 480_000_000,
  };
}

/** No requests at all. */
export function emptyReport(period: Period): SpendReport {
  return { period, days: [], kinds: [], workspaces: [], models: [], accepted: [] };
}

/** Work on most weekdays of a period, more in autumn than in summer; some answers were cut off. */
export function busyReport(period: Period, models: readonly PicturedModel[], withUnknown = true): SpendReport {
  const days = [];
  for (let day = localDay(period.start), index = 0; day.start < period.end; day = localDay(day.end), index += 1) {
    const date = new Date(day.start);
    const requests = Math.round(6 + 5 * Math.sin(index / 9) + 4 * Math.cos(index / 40) + (index % 5));
    const isFree = date.getDay() % 6 === 0 || index % 23 === 4;
    if (isFree || requests <= 0 || day.start > pictureTime) continue;
    const rows = models.map((model, place) =>
      spendRow(model, Math.max(1, requests - 2 * place), withUnknown && index % 37 === 5 ? 1 : 0),
    );
    days.push({ ...day, rows });
  }
  return reportOf(period, days);
}

/** Everything else about a period, from its days. */
export function reportOf(period: Period, days: SpendReport['days']): SpendReport {
  const all = days.flatMap(({ rows }) => rows);
  const identities = [...new Map(all.map((row) => [`${row.model} ${row.scripted}`, row])).values()];
  const sumOf = (rows: readonly SpendRow[], share: number) =>
    identities.flatMap((identity) => {
      const own = rows.filter(({ model, scripted }) => model === identity.model && scripted === identity.scripted);
      const sum = sumFigures(own);
      if (sum.requests === 0) return [];
      const { provider, model, scripted } = identity;
      if (share === 1) return [{ provider, model, scripted, ...sum }];
      return [
        {
          provider,
          model,
          scripted,
          ...sum,
          requests: Math.max(1, Math.round(sum.requests * share)),
          nanoDollars: Math.round(sum.nanoDollars * share),
          unknownRequests:
            sum.unknownRequests === sum.requests
              ? Math.max(1, Math.round(sum.requests * share))
              : Math.round(sum.unknownRequests * share),
        },
      ];
    });
  const pictured = new Map(sixModels.map((model) => [model.model, model]));
  return {
    period,
    days,
    kinds: [
      { taskKind: 'fix', rows: sumOf(all, 0.8) },
      { taskKind: 'ask', rows: sumOf(all, 0.2) },
    ],
    workspaces: [
      ...workspaces.map((workspace, index) => ({ workspace, rows: sumOf(all, [0.55, 0.3, 0.1][index] ?? 0) })),
      { workspace: null, rows: sumOf(all, 0.05) },
    ],
    models: sumOf(all, 1),
    accepted: identities.map(({ provider, model, scripted }) => {
      const { requests } = sumFigures(all.filter((row) => row.model === model && row.scripted === scripted));
      const hunks = Math.round(requests * (pictured.get(model)?.acceptedShare ?? 0));
      return { provider, model, scripted, hunks, comparisons: Math.ceil(hunks / 2) };
    }),
  };
}
