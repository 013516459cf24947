/** A ratio of whole numbers, so that nothing is rounded before the end. `under` is above zero. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const one: Fraction = whole(1n);

export function whole(amount: bigint): Fraction {
  return { over: amount, under: 1n };
}

export function product(first: Fraction, second: Fraction): Fraction {
  return { over: first.over * second.over, under: first.under * second.under };
}

export function sum(first: Fraction, second: Fraction): Fraction {
  if (first.under === second.under) return { over: first.over + second.over, under: first.under };
  return { over: first.over * second.under + second.over * first.under, under: first.under * second.under };
}

/** The nearest whole number, and the greater one of two that are equally near. */
export function rounded({ over, under }: Fraction): bigint {
  const doubled = 2n * over + under;
  const divisor = 2n * under;
  const towardsZero = doubled / divisor;
  // Division of whole numbers goes towards zero; savings can be below it.
  return doubled < 0n && towardsZero * divisor !== doubled ? towardsZero - 1n : towardsZero;
}
