import type { PageNote } from '../../shared/previewView.ts';

/** What is said of such a page. */
export const noTailwind: PageNote = { kind: 'no-tailwind', name: 'Tailwind' };

/** Colours that Tailwind names, and only it names with a number. https://tailwindcss.com/docs/colors */
const colours =
  'slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose';

/** Classes that hardly anything but Tailwind and its like give a meaning: Bootstrap has other names for the same. */
const distinctive = new RegExp(
  [
    String.raw`(?:sm|md|lg|xl|2xl|hover|focus|focus-visible|dark|group-hover|disabled|first|last):[\w[-].*`,
    String.raw`(?:bg|text|border|ring|from|to|via|fill|stroke|divide)-(?:${colours})-(?:50|[1-9]00|950)(?:/\d+)?`,
    String.raw`(?:space-[xy]|grid-cols|grid-rows|col-span|leading|inset-[xy]|min-h|max-h)-[\w.[]\S*`,
    'max-w-(?:xs|sm|md|lg|xl|[2-7]xl|prose|full)',
    'text-(?:xs|sm|base|lg|[2-9]?xl)',
    'rounded-(?:md|lg|xl|[23]xl|full)',
    'font-(?:medium|semibold|extrabold)',
    'tracking-(?:tight|wide|wider|widest)',
    'items-(?:center|start|end)',
    'justify-(?:center|between|end)',
    'flex-col',
    String.raw`(?:w|h|p|m|top|left|gap|size)-\[[^\]\s]+\]`,
  ]
    .map((each) => `(?:${each})`)
    .join('|'),
);
const whole = new RegExp(`^-?(?:${distinctive.source})$`);

/** Fewer may be a project's own names. */
const fewest = 4;

/** Larger pages have said it by then; in characters. */
const longestRead = 300_000;

/**
 * Whether a page is written in Tailwind's classes and none of its style sheets has them: then they do nothing.
 *
 * @param html the page, without its style sheets
 * @param css its style sheets
 */
export function hasVainClasses(html: string, css: string): boolean {
  const names = new Set<string>();
  for (const [, double, single] of html.slice(0, longestRead).matchAll(/\sclass=(?:"([^"]*)"|'([^']*)')/g)) {
    for (const name of (double ?? single ?? '').split(/\s+/)) if (whole.test(name)) names.add(name);
  }
  const vain = [...names].filter((name) => !css.includes(`.${name.replace(/[^\w-]/g, '\\$&')}`));
  return vain.length >= fewest && vain.length > names.size / 2;
}
