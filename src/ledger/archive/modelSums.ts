import type { ModelIdentity } from '../../app/archivePorts.ts';
import type { SpendRow } from '../../app/ledgerPorts.ts';
import { addUsage } from '../../core/spend/usage.ts';

/** A text that two rows share when they are of one model; in the order that models are listed. */
export function modelKey(model: ModelIdentity): string {
  return `${model.scripted ? 1 : 0}\n${model.provider}\n${model.model}`;
}

/** Adds rows up, model by model. */
export class ModelSums {
  private readonly sums = new Map<string, SpendRow>();

  add(row: SpendRow): void {
    const key = modelKey(row);
    const sum = this.sums.get(key);
    this.sums.set(key, sum === undefined ? row : together(sum, row));
  }

  /** In the order of scripted, provider and model. */
  rows(): readonly SpendRow[] {
    return sortedEntries(this.sums).map(([, row]) => row);
  }
}

/** A map's entries in the order of their keys. */
export function sortedEntries<Key extends string, Value>(
  map: ReadonlyMap<Key, Value>,
): readonly (readonly [Key, Value])[] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}

function together(one: SpendRow, other: SpendRow): SpendRow {
  return {
    ...one,
    requests: one.requests + other.requests,
    usage: addUsage(one.usage, other.usage),
    nanoDollars: one.nanoDollars + other.nanoDollars,
    cacheSavings: one.cacheSavings + other.cacheSavings,
    unknownRequests: one.unknownRequests + other.unknownRequests,
    unknownUpperBound:
      one.unknownUpperBound === null || other.unknownUpperBound === null
        ? null
        : one.unknownUpperBound + other.unknownUpperBound,
  };
}
