import { closedScript } from './closedScript.ts';
import { closedStyle } from './closedStyle.ts';

/** Its attributes have an end soon: a text of nothing but beginnings would be gone through again from each. */
const block = /<(script|style)\b((?:[^>"']|"[^"]{0,300}"|'[^']{0,300}'){0,600})>/gi;

/**
 * A half-written single-file component whose last script or style sheet may have no end yet: that is closed, or left out
 * where nothing of it can be read.
 *
 * @param closed closes what is written outside of scripts and style sheets
 */
export async function withClosedBlock(text: string, closed: (markup: string) => string): Promise<string> {
  const open = openBlock(text);
  if (open === null) return closed(text);
  const { name, begin, content } = open;
  const before = closed(text.slice(0, begin));
  const inner = await closedContent(open, content);
  return inner === null ? before : `${before}${text.slice(begin, text.length - content.length)}${inner}</${name}>`;
}

interface OpenBlock {
  readonly name: string;
  readonly attributes: string;
  readonly begin: number;
  readonly content: string;
}

/** A script or style sheet without an end; within others, such tags are words. */
function openBlock(text: string): OpenBlock | null {
  let from = 0;
  for (const match of text.matchAll(block)) {
    const [tag, name = '', attributes = ''] = match;
    const inside = match.index + tag.length;
    if (match.index < from || attributes.endsWith('/')) continue;
    const end = text.slice(inside).search(new RegExp(`</${name}\\s*>`, 'i'));
    if (end < 0) return { name, attributes, begin: match.index, content: text.slice(inside) };
    from = inside + end;
  }
  return null;
}

/** An end tag of which only a part is there. */
const halfEnd = /<(?:\/\w*)?$/;

async function closedContent({ name, attributes }: OpenBlock, content: string): Promise<string | null> {
  const whole = content.replace(halfEnd, '');
  if (name.toLowerCase() === 'style') return closedStyle(whole);
  const isTyped = /\blang\s*=\s*["']?ts/i.test(attributes);
  return await closedScript(isTyped ? 'script.ts' : 'script.mjs', whole);
}
