import type { OwnPropsFault } from '../../../core/preview/ownProps.ts';
import type { PropsTexts } from '../../../shared/propsTexts.ts';
import { fill } from '../../comparison/format.ts';

/** What is wrong with the person's own props, and what is shown meanwhile. */
export function faultSentence({ kind, line }: OwnPropsFault, texts: PropsTexts): string {
  const sentence = texts.faults[kind];
  return fill(texts.stillShown, line === null ? sentence : fill(texts.faultAt, line, sentence));
}
