import type { Provider } from '../../core/contender.ts';
import { sumFigures } from '../../core/spend/spendFigures.ts';
import type { KindSpendView } from '../../shared/spendView.ts';
import type { SpendRow } from '../ledgerPorts.ts';

/** A model, be it the real one or scripted. */
interface SeriesModel {
  readonly provider: Provider;
  readonly model: string;
}

/** As many models as have a colour and a pattern of their own. */
const mostSeries = 5;
const providerOrder: readonly Provider[] = ['openai', 'anthropic'];

/** Which models have a series of their own. */
export interface SpendSeries {
  readonly models: readonly SeriesModel[];
  readonly hasOthers: boolean;
  /** The series of a model: its place in `models`, or the one behind them. */
  indexOf(model: SeriesModel): number;
  /** The figures of rows by series, the others last. */
  cells(rows: readonly SpendRow[]): KindSpendView['cells'];
}

/**
 * The dearest models get a series each. They stand in an order that does not depend on their spend, so that a model
 * keeps its colour from one period to the next as far as it can.
 */
export function spendSeries(rows: readonly SpendRow[]): SpendSeries {
  const byModel = new Map<string, SpendRow[]>();
  for (const row of rows) byModel.set(keyOf(row), [...(byModel.get(keyOf(row)) ?? []), row]);
  const dearest = [...byModel.values()]
    .map((ofModel) => ({ rows: ofModel, spent: ofModel.reduce((sum, row) => sum + row.nanoDollars, 0) }))
    .sort((one, other) => other.spent - one.spent);
  const models = dearest
    .slice(0, mostSeries)
    .flatMap((one) => one.rows.slice(0, 1))
    .map(({ provider, model }) => ({ provider, model }))
    .sort((one, other) => rankOf(one) - rankOf(other) || one.model.localeCompare(other.model, 'en'));
  const hasOthers = dearest.length > mostSeries;
  const places = new Map(models.map((model, place) => [keyOf(model), place]));
  const indexOf = (model: SeriesModel) => places.get(keyOf(model)) ?? models.length;
  return {
    models,
    hasOthers,
    indexOf,
    cells: (wanted) =>
      Array.from({ length: models.length + (hasOthers ? 1 : 0) }, (_, index) => {
        const { requests, nanoDollars, unknownRequests } = sumFigures(wanted.filter((row) => indexOf(row) === index));
        return { requests, nanoDollars, unknownRequests };
      }),
  };
}

function keyOf({ provider, model }: SeriesModel): string {
  return `${provider} ${model}`;
}

function rankOf({ provider }: SeriesModel): number {
  return providerOrder.indexOf(provider);
}
