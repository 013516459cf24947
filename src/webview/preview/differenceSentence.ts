import { countFaults, type Impact, impacts, type Violation } from '../../core/preview/evidence.ts';
import type { PreviewTexts } from '../../shared/previewTexts.ts';
import { fill } from '../comparison/format.ts';
import { contrastRule } from './contrast.ts';

/** A line has room for so many rules of each page; the lists below the pages have all of them. */
const mostRules = 4;

/**
 * What sets the two pages apart, in one line: `Left: 0 serious, right: 3 serious (contrast ×2, label)`. Counts
 * elements, of the impacts that either page has, the two worst at most, and names the first rules that each breaks.
 */
export function differenceSentence(
  left: readonly Violation[],
  right: readonly Violation[],
  texts: PreviewTexts,
): string {
  const told = impacts.filter((impact) => [left, right].some((violations) => countFaults(violations)[impact] > 0));
  const worst = told.slice(0, 2);
  return fill(texts.difference, describe(left, worst, texts), describe(right, worst, texts));
}

function describe(violations: readonly Violation[], told: readonly Impact[], texts: PreviewTexts): string {
  if (told.length === 0) return texts.none;
  const counts = countFaults(violations);
  const words = told.map((impact) => fill(texts.faultCount, counts[impact], texts.impacts[impact])).join(' · ');
  const rules = told
    .flatMap((impact) => violations.filter((violation) => violation.impact === impact))
    .map(({ rule, count }) => {
      const name = rule === contrastRule ? texts.contrast : rule;
      return count === 1 ? name : `${name} ×${count}`;
    });
  const named = rules.length > mostRules ? rules.slice(0, mostRules - 1) : rules;
  const others = rules.length - named.length;
  const list = others === 0 ? named : [...named, fill(texts.moreRules, others)];
  return rules.length === 0 ? words : `${words} (${list.join(', ')})`;
}
