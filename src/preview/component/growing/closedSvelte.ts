import { closedAt } from './cut.ts';
import { type MarkupSyntax, markupCut } from './markupCut.ts';
import { withClosedBlock } from './withClosedBlock.ts';

/** A half-written component of Svelte's, with all closed that is open, and what is half a tag or expression left out. */
export async function closedSvelte(text: string): Promise<string> {
  return await withClosedBlock(text, (markup) => closedAt(markup, markupCut(markup, svelte)));
}

const svelte: MarkupSyntax = {
  codeBegin: '{',
  hasBareCode: true,
  endOfCode,
  follow: (code, open) => {
    const [, sign, name = ''] = /^\{\s*([#/])\s*(\w+)/.exec(code) ?? [];
    if (sign === '#') open.open(`{/${name}}`);
    if (sign === '/') open.close(`{/${name}}`);
  },
};

/** What is no brace of code: comments, and strings that are not so long that they rather have no end. */
const other =
  /"(?:[^"\\\n]|\\.){0,500}"|'(?:[^'\\\n]|\\.){0,500}'|`(?:[^`\\]|\\[\s\S])*(?:`|$)|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/y;

function endOfCode(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    other.lastIndex = at;
    if (other.test(text)) at = other.lastIndex - 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}
