import type { PageState } from '../../shared/previewView.ts';

/** What the preview has of one side. */
export interface SideNow {
  readonly page: PageState;
  /** Whether the latest text has scripts that could run, whether or not there is a page of it. */
  readonly hasScripts: boolean;
  /** What `page` was made from, to make nothing twice. */
  readonly madeFrom: string;
}

/** Before there was anything to render. */
export const nothingYet: SideNow = { page: { kind: 'waiting' }, hasScripts: false, madeFrom: '' };
