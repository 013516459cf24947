import type { Violation } from '../../core/preview/evidence.ts';

/** axe-core's name of the rule about text that is too faint: https://dequeuniversity.com/rules/axe/4.10/color-contrast */
export const contrastRule = 'color-contrast';

/** How many elements are too faint. */
export function countFaint(violations: readonly Violation[]): number {
  return violations.reduce((total, { rule, count }) => total + (rule === contrastRule ? count : 0), 0);
}
