/**
 * What a request cost, in nano-dollars (integers; 1 dollar = 1,000,000,000). An unknown cost is never shown as zero:
 * it carries the most it can have been, where even that is known.
 */
export type Cost =
  | { readonly kind: 'exact'; readonly nanoDollars: number }
  | { readonly kind: 'estimate'; readonly nanoDollars: number }
  | { readonly kind: 'unknown'; readonly upperBound: number | null };

/** Nothing spent. */
export const noCost: Cost = { kind: 'exact', nanoDollars: 0 };

/** The sum of two costs: exact only if both are, unknown as soon as one is. */
export function addCost(one: Cost, other: Cost): Cost {
  if (one.kind === 'unknown' || other.kind === 'unknown') {
    const first = mostOf(one);
    const second = mostOf(other);
    return { kind: 'unknown', upperBound: first === null || second === null ? null : first + second };
  }
  const kind = one.kind === 'exact' && other.kind === 'exact' ? 'exact' : 'estimate';
  return { kind, nanoDollars: one.nanoDollars + other.nanoDollars };
}

/** The most it can have been, in nano-dollars, or null when there is no bound. */
export function mostOf(cost: Cost): number | null {
  return cost.kind === 'unknown' ? cost.upperBound : cost.nanoDollars;
}
