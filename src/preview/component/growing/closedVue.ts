import { closedAt } from './cut.ts';
import { type MarkupSyntax, markupCut } from './markupCut.ts';
import { withClosedBlock } from './withClosedBlock.ts';

/** A half-written component of Vue's, with all closed that is open, and what is half a tag or expression left out. */
export async function closedVue(text: string): Promise<string> {
  return await withClosedBlock(text, (markup) => closedAt(markup, markupCut(markup, vue)));
}

const vue: MarkupSyntax = {
  codeBegin: '{{',
  hasBareCode: false,
  endOfCode: (text, at) => {
    const end = text.indexOf('}}', at);
    return end < 0 ? null : end + 2;
  },
  follow: () => undefined,
};
