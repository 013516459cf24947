import type { EfficiencyReading } from '../../../core/spend/efficiency.ts';
import type { SpendTexts } from '../../../shared/spendTexts.ts';
import { fill } from '../../comparison/format.ts';
import type { Formats } from '../formats.ts';

/** What two models' figures say about price against token efficiency, in a sentence or two. */
export function readingText(reading: EfficiencyReading, { ratio, whole }: Formats, texts: SpendTexts): string {
  if (reading.kind === 'too-few') return fill(texts.readingTooFew, whole(reading.needed));
  if (reading.kind === 'too-unknown') return texts.readingTooUnknown;
  const { dearer, cheaper, perToken, perChange, unknownRequests } = reading;
  const text = perChange < 1 ? texts.readingFlipped : texts.readingBoth;
  const told = fill(text, dearer, ratio(perToken), cheaper, ratio(perChange));
  if (unknownRequests === 0) return told;
  const leftOut =
    unknownRequests === 1 ? texts.readingUnknownOne : fill(texts.readingUnknownMany, whole(unknownRequests));
  return `${told} ${leftOut}`;
}
