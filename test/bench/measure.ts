/** One measured figure, beside a yardstick from the same run where there is one. */
export interface Measure {
  readonly value: number | null;
  readonly unit: string;
  readonly yardstick: number | null;
  /** `value` over `yardstick`. */
  readonly ratio: number | null;
}

/** Figures by name. */
export type Measures = Readonly<Record<string, Measure>>;

/** A figure with its ratio to a yardstick, both rounded to what a person can read. */
export function measured(value: number, unit: string, yardstick: number | null = null): Measure {
  return {
    value: rounded(value),
    unit,
    yardstick: yardstick === null ? null : rounded(yardstick),
    ratio: yardstick === null || yardstick === 0 ? null : rounded(value / yardstick),
  };
}

/** The value below which that share (0 to 1) of the samples lies. Samples need not be sorted; at least one is needed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? sorted[0];
  if (value === undefined) throw new Error('no samples to take a percentile of');
  return value;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
