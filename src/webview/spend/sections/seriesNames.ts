import type { SpendTexts } from '../../../shared/spendTexts.ts';
import type { ReportView } from '../../../shared/spendView.ts';

/** What each series is called, the others last. */
export function seriesNames({ series, hasOthers }: ReportView, texts: SpendTexts): readonly string[] {
  return [...series.map(({ model }) => model), ...(hasOthers ? [texts.otherModels] : [])];
}
