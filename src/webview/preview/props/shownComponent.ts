import type { ComponentReport, PageState } from '../../../shared/previewView.ts';

/** What is known of the component that a side shows, or tried to; null where it is none. */
export function shownComponent(page: PageState): ComponentReport | null {
  return page.kind === 'page' || page.kind === 'faulty' ? page.component : null;
}
