import { checkPath } from '../edits/pathRules.ts';
import type { UiKind } from './uiTarget.ts';
import { endingOf } from './uiTarget.ts';

/** Words before the thing itself: `please create a nice pricing page` is about a pricing page. */
const leadingWords = new Set(
  'a an and another build code create design draw generate give i in let like make me my need new nice our please render show simple small some that the this to us want we with write you data it'.split(
    ' ',
  ),
);
/** What stands behind them only describes the thing. */
const closingWords = new Set('about and as by for from in like of on that to using which whose with where'.split(' '));
const atMostWords = 3;
const longestName = 40;

/**
 * A name for the file of a new interface, taken from what is asked: `A pricing page with three plans` gives
 * `pricing-page.html` or `PricingPage.tsx`. Plain ASCII, so that it is a name on every system.
 *
 * @param source the name of the file that it is made from, without its ending; null for none
 * @param count 1 for the first name, more for others in case the ones before are taken
 */
export function newFileName(instruction: string, kind: UiKind, source: string | null, count: number): string {
  const asked = nameWords(instruction);
  const made = source === null ? [] : wordsIn(source).slice(0, atMostWords);
  const words = asked.length > 0 ? asked : made.length > 0 ? [...made, 'view'] : ['new', 'page'];
  const name = kind.framework === 'html' ? pageName(words, count) : componentName(words, kind, count);
  // Some words are names of devices on some systems.
  return typeof checkPath(name) === 'string' ? newFileName('', kind, null, count) : name;
}

function pageName(words: readonly string[], count: number): string {
  const name = words.join('-').slice(0, longestName);
  return `${count === 1 ? name : `${name}-${count}`}.html`;
}

function componentName(words: readonly string[], kind: UiKind, count: number): string {
  const name = words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, longestName);
  // A component's name begins with a letter.
  const safe = /^[A-Z]/.test(name) ? name : `View${name}`;
  return `${safe}${count === 1 ? '' : count}${endingOf(kind)}`;
}

function nameWords(instruction: string): readonly string[] {
  const words = wordsIn(instruction.split(/[.!?;:\n]/, 1)[0] ?? '');
  const start = words.findIndex((word) => !leadingWords.has(word));
  if (start < 0) return [];
  const rest = words.slice(start);
  const end = rest.findIndex((word) => closingWords.has(word));
  return rest.slice(0, end < 0 ? atMostWords : Math.min(end, atMostWords));
}

function wordsIn(text: string): readonly string[] {
  const spaced = text.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.match(/[a-z0-9]+/g) ?? [];
}
