import type { Impact, Violation } from '../../core/preview/evidence.ts';
import { withCanvasColour } from './canvasColour.ts';
import { frameLimits } from './frameMessages.ts';
import { runOwnScript } from './ownScript.ts';

/** What is used of axe-core: https://github.com/dequelabs/axe-core/blob/develop/doc/API.md */
interface Checker {
  run(context: Document, options: object): Promise<{ readonly violations: readonly Finding[] }>;
}

interface Finding {
  readonly id: string;
  readonly impact?: Impact | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * axe-core's rules about what a page as a whole has to have: a main landmark, a heading of the first level, everything
 * within landmarks. A component is a part of some page that has them; alone it would be blamed for what is not its own.
 */
const rulesOfPages = ['landmark-one-main', 'page-has-heading-one', 'region'] as const;

/**
 * Runs axe-core on the document.
 *
 * @param isComponent whether the document only stands around a component
 * @throws when it does not run here
 */
export async function runChecker(text: string, nonce: string, isComponent: boolean): Promise<readonly Violation[]> {
  runOwnScript(text, nonce);
  const { axe } = window as unknown as { readonly axe?: Checker };
  if (axe === undefined) throw new Error('axe-core is not there');
  const options = {
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
    rules: isComponent ? Object.fromEntries(rulesOfPages.map((rule) => [rule, { enabled: false }])) : {},
  };
  // It takes a canvas without a colour for white, which that of a dark scheme is not.
  const { violations } = await withCanvasColour(() => axe.run(document, options));
  return violations.slice(0, frameLimits.violations).map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'minor',
    help: help.slice(0, frameLimits.text),
    count: nodes.length,
    elements: nodes.slice(0, frameLimits.elements).map(({ target, failureSummary = '' }) => ({
      selector: String(target.flat().at(-1) ?? '').slice(0, frameLimits.text),
      why: failureSummary.slice(0, frameLimits.text),
    })),
  }));
}
