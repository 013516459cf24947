/** So many units at a price that is written in dollars for a million of them. */
export type Charge = readonly [units: number, dollarsPerMillion: string];

/** A multiplier as a ratio, e.g. `[11, 10]` for a tenth more. */
export type Ratio = readonly [over: number, under: number];

/**
 * What charges come to in nano-dollars, by arithmetic of its own: prices are read from their decimal digits, nothing is
 * a floating-point number, and it is rounded once, half up.
 */
export function independentCost(charges: readonly Charge[], ratios: readonly Ratio[] = []): number {
  // A price with twelve decimals, in dollars per million units, is a whole number of 10^-18 dollars a unit.
  let over = charges.reduce((sum, [units, dollars]) => sum + BigInt(units) * digitsOf(dollars), 0n);
  let under = 1_000_000_000n;
  for (const [above, below] of ratios) {
    over *= BigInt(above);
    under *= BigInt(below);
  }
  return Number((2n * over + under) / (2n * under));
}

function digitsOf(dollars: string): bigint {
  const [whole = '', decimals = ''] = dollars.split('.');
  return BigInt(whole + decimals.padEnd(12, '0'));
}
