import type { SpendFigures } from './spendFigures.ts';
import { inputTokens } from './usage.ts';

/** A model's figures beside what of its answers was taken. */
export interface ModelEfficiency {
  readonly model: string;
  readonly figures: SpendFigures;
  /** Hunks that were written. */
  readonly acceptedHunks: number;
}

/** What two models' figures say about price against token efficiency. */
export type EfficiencyReading =
  /** Chance still says more than the models do. */
  | { readonly kind: 'too-few'; readonly needed: number }
  /** The cost of too many requests is not known. */
  | { readonly kind: 'too-unknown' }
  | {
      readonly kind: 'told';
      /** The model that costs more per token, and the other one. */
      readonly dearer: string;
      readonly cheaper: string;
      /** How many times as much the first costs per token, be it input (cached or not) or output; at least 1. */
      readonly perToken: number;
      /** How many times as much it costs per accepted change; below 1 the dearer model is the cheaper answer. */
      readonly perChange: number;
      /** Requests of unknown cost: their money is not in it, while what was seen of their tokens is. */
      readonly unknownRequests: number;
    };

/** Accepted changes of each model below which nothing is said about them. */
const enoughChanges = 5;
/** A greater share of a model's requests whose cost is not known could turn what is said around. */
const mostUnknown = 0.03;

/**
 * Compares the two models that were asked most: by the token rather than by the request, since one answer takes several
 * requests where a model reads files or a request is made again. Null where there are no two to compare, or where one of them costs
 * nothing, such as a model on this machine.
 */
export function readEfficiency(models: readonly ModelEfficiency[]): EfficiencyReading | null {
  const [one, other] = [...models].sort((left, right) => right.figures.requests - left.figures.requests);
  if (one === undefined || other === undefined) return null;
  if (Math.min(one.acceptedHunks, other.acceptedHunks) < enoughChanges)
    return { kind: 'too-few', needed: enoughChanges };
  if (Math.max(unknownShare(one), unknownShare(other)) > mostUnknown) return { kind: 'too-unknown' };
  const ratio = costPerToken(one) / costPerToken(other);
  if (!Number.isFinite(ratio) || ratio === 0) return null;
  const [dearer, cheaper] = ratio >= 1 ? [one, other] : [other, one];
  return {
    kind: 'told',
    dearer: dearer.model,
    cheaper: cheaper.model,
    perToken: Math.max(ratio, 1 / ratio),
    perChange: costPerChange(dearer) / costPerChange(cheaper),
    unknownRequests: dearer.figures.unknownRequests + cheaper.figures.unknownRequests,
  };
}

function unknownShare({ figures }: ModelEfficiency): number {
  return figures.unknownRequests / figures.requests;
}

function costPerToken({ figures: { nanoDollars, usage } }: ModelEfficiency): number {
  return nanoDollars / (inputTokens(usage) + usage.output);
}

function costPerChange({ figures, acceptedHunks }: ModelEfficiency): number {
  return figures.nanoDollars / acceptedHunks;
}
