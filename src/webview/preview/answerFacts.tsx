import type { JSX } from 'preact';
import type { AnswerFigures } from '../../shared/previewView.ts';
import { fill, formatDuration } from '../comparison/format.ts';
import { costText, isCostKnown } from '../comparison/sides/shownCost.ts';
import { usePreview } from './previewContext.ts';

/** How long the answer took and what it cost, in the words of the comparison. */
export function AnswerFacts({ figures }: { readonly figures: AnswerFigures }): JSX.Element {
  const { texts, locale } = usePreview();
  const { startedAt, endedAt, cost } = figures;
  return (
    <>
      {startedAt !== null && endedAt !== null && (
        <li>{fill(texts.took, formatDuration(endedAt - startedAt, locale))}</li>
      )}
      {isCostKnown(figures) && <li>{fill(texts.cost, costText(cost, locale, texts))}</li>}
    </>
  );
}
