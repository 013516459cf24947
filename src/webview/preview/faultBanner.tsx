import type { JSX } from 'preact';
import type { PreviewTexts } from '../../shared/previewTexts.ts';
import type { PageFault } from '../../shared/previewView.ts';
import { fill } from '../comparison/format.ts';
import { usePreview } from './previewContext.ts';

/**
 * Why the page that is seen is an earlier one. Not read aloud: while an answer is written, it may come and go with every
 * line. That it stays is in the side's status.
 */
export function FaultBanner({ fault }: { readonly fault: PageFault }): JSX.Element {
  const { texts } = usePreview();
  return (
    <p class="fault-banner">
      {faultText(fault, texts)} {texts.lastGoodPage}
    </p>
  );
}

/** What stands where a page would, of a text that none can be made of. */
export function FaultyPage({ fault }: { readonly fault: PageFault }): JSX.Element {
  const { texts } = usePreview();
  return (
    <div class="viewport empty">
      <p>
        {texts.faulty}
        <code class="fault-text">{faultText(fault, texts)}</code>
      </p>
    </div>
  );
}

/** `Line 12: Unexpected token.`; a sentence, whether or not its maker ended it. */
function faultText({ message, line }: PageFault, texts: PreviewTexts): string {
  const sentence = /[.!?…]$/.test(message) ? message : `${message}.`;
  return line === null ? sentence : fill(texts.faultAt, line, sentence);
}
