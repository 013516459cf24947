import type { SpendFigures } from './spendFigures.ts';

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
  | {
      readonly kind: 'told';
      /** The model that costs more per request, and the other one. */
      readonly dearer: string;
      readonly cheaper: string;
      /** How many times as much the first costs per request of known cost; at least 1. */
      readonly perRequest: number;
      /** How many times as much it costs per accepted change; below 1 the dearer model is the cheaper answer. */
      readonly perChange: number;
      /** Whether there were requests of unknown cost, which are not in it. */
      readonly leavesOutUnknown: boolean;
    };

/** Accepted changes of each model below which nothing is said about them. */
const enoughChanges = 5;

/**
 * Compares the two models that were asked most. Null where there are no two to compare, or where one of them costs
 * nothing, such as a model on this machine.
 */
export function readEfficiency(models: readonly ModelEfficiency[]): EfficiencyReading | null {
  const [one, other] = [...models].sort((left, right) => right.figures.requests - left.figures.requests);
  if (one === undefined || other === undefined) return null;
  if (Math.min(one.acceptedHunks, other.acceptedHunks) < enoughChanges)
    return { kind: 'too-few', needed: enoughChanges };
  const ratio = costPerRequest(one) / costPerRequest(other);
  if (!Number.isFinite(ratio) || ratio === 0) return null;
  const [dearer, cheaper] = ratio >= 1 ? [one, other] : [other, one];
  return {
    kind: 'told',
    dearer: dearer.model,
    cheaper: cheaper.model,
    perRequest: Math.max(ratio, 1 / ratio),
    perChange: costPerChange(dearer) / costPerChange(cheaper),
    leavesOutUnknown: dearer.figures.unknownRequests + cheaper.figures.unknownRequests > 0,
  };
}

function costPerRequest({ figures }: ModelEfficiency): number {
  return figures.nanoDollars / (figures.requests - figures.unknownRequests);
}

function costPerChange({ figures, acceptedHunks }: ModelEfficiency): number {
  return figures.nanoDollars / acceptedHunks;
}
