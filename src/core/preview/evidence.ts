/** How much a fault hinders people, as axe-core grades it. */
export type Impact = 'minor' | 'moderate' | 'serious' | 'critical';

/** Impacts from the worst on. */
export const impacts: readonly Impact[] = ['critical', 'serious', 'moderate', 'minor'];

/** One rule of axe-core's that a page breaks. */
export interface Violation {
  /** axe-core's name of the rule, e.g. `color-contrast`. */
  readonly rule: string;
  readonly impact: Impact;
  /** What to do, in axe-core's English words. */
  readonly help: string;
  /** The elements at fault: how to find each, as a CSS selector, and why, in axe-core's words. */
  readonly elements: readonly { readonly selector: string; readonly why: string }[];
  /** How many there are; more than `elements` where that is cut. */
  readonly count: number;
}

/** What was found out about a page by rendering it. */
export interface Evidence {
  readonly violations: readonly Violation[];
  /** What the page logged as errors and warnings, the oldest first; none while scripts do not run. */
  readonly messages: readonly { readonly level: 'error' | 'warning'; readonly text: string }[];
}

/** Faults by impact. */
export type FaultCounts = Readonly<Record<Impact, number>>;

/** How many elements are at fault, by impact. */
export function countFaults(violations: readonly Violation[]): FaultCounts {
  const sum = (impact: Impact) =>
    violations.reduce((total, violation) => total + (violation.impact === impact ? violation.count : 0), 0);
  return { critical: sum('critical'), serious: sum('serious'), moderate: sum('moderate'), minor: sum('minor') };
}
