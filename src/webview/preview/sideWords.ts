import type { PreviewTexts } from '../../shared/previewTexts.ts';
import type { PageState, PreviewSideView } from '../../shared/previewView.ts';

/** How far an answer is. Changes with its beginning and its end only: it is read aloud. */
export function statusOf({ underWay, status, unchanged, page }: PreviewSideView, texts: PreviewTexts): string {
  if (underWay) return texts.underWay;
  if (status === 'failed') return texts.failed;
  if (status === 'cancelled') return texts.cancelled;
  if (page.kind === 'faulty' || (page.kind === 'page' && page.fault !== null)) return texts.completeFaulty;
  return unchanged ? texts.unchanged : texts.complete;
}

/** What stands where a page would while there is none. */
export function placeholderOf(
  { kind }: Exclude<PageState, { readonly kind: 'page' | 'faulty' }>,
  { status }: PreviewSideView,
  texts: PreviewTexts,
): string {
  if (kind === 'waiting') return texts.waiting;
  if (status === 'failed') return texts.failedBefore;
  return status === 'cancelled' ? texts.cancelledBefore : texts.absent;
}

/** Why scripts never run here; null where they do, or could once the answer is complete, or where there are none. */
export function lastingReason({ page, noScripts }: PreviewSideView, texts: PreviewTexts): string | null {
  if (page.kind !== 'page' || page.runsScripts || noScripts === null) return null;
  return noScripts === 'under-way' || noScripts === 'no-scripts' ? null : texts.noScripts[noScripts];
}
