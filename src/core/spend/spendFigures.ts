import { addUsage, noUsage, type Usage } from './usage.ts';

/** Tokens and money of some requests. */
export interface SpendFigures {
  readonly requests: number;
  readonly usage: Usage;
  /** Known money, in nano-dollars. */
  readonly nanoDollars: number;
  /** What caching saved of it, in nano-dollars; negative where writing to a cache cost more than reading it saved. */
  readonly cacheSavings: number;
  /** Requests whose cost is not known. */
  readonly unknownRequests: number;
  /** The most those can have cost, in nano-dollars; null when one of them has no bound. */
  readonly unknownUpperBound: number | null;
}

/** Nothing requested. */
export const noFigures: SpendFigures = {
  requests: 0,
  usage: noUsage,
  nanoDollars: 0,
  cacheSavings: 0,
  unknownRequests: 0,
  unknownUpperBound: 0,
};

/** The sum. Real and scripted money are never one sum: give it figures of one kind. */
export function sumFigures(figures: readonly SpendFigures[]): SpendFigures {
  return figures.reduce<SpendFigures>(
    (sum, one) => ({
      requests: sum.requests + one.requests,
      usage: addUsage(sum.usage, one.usage),
      nanoDollars: sum.nanoDollars + one.nanoDollars,
      cacheSavings: sum.cacheSavings + one.cacheSavings,
      unknownRequests: sum.unknownRequests + one.unknownRequests,
      unknownUpperBound:
        sum.unknownUpperBound === null || one.unknownUpperBound === null
          ? null
          : sum.unknownUpperBound + one.unknownUpperBound,
    }),
    noFigures,
  );
}
