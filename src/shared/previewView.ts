import type { AnswerStatus } from '../core/answer.ts';
import type { FailureKind } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import type { Cost } from '../core/spend/cost.ts';
import type { NoScriptsReason } from './noScriptsReason.ts';
import type { PreviewTexts } from './previewTexts.ts';

/** How the previewed pages are asked to look; the same for both sides. */
export interface PreviewLook {
  /** `system`: as the person's own system has it. */
  readonly scheme: 'system' | 'light' | 'dark';
  readonly rightToLeft: boolean;
  readonly reducedMotion: boolean;
  /** What components are shown with where the person wrote no props of their own. */
  readonly dataSet: DataSet;
}

/** The kinds of data that a component can be shown with. */
export type DataSet = 'typical' | 'empty' | 'long';

/** Why a text could not be made into a page, in the words of what reads it. */
export interface PageFault {
  readonly message: string;
  /** 1-based line of the file; null where none is to blame. */
  readonly line: number | null;
}

/** What a person should know of how a component's page was made. */
export type PageNote =
  /** The project asks for another version of a package than the one that it is shown with. */
  | { readonly kind: 'version'; readonly name: string; readonly wanted: string; readonly shown: string }
  /** A package that the code imports and that is not there. */
  | { readonly kind: 'missing'; readonly name: string }
  /** The page is written in classes of this, and nothing that is at hand brings it. */
  | { readonly kind: 'no-tailwind'; readonly name: string }
  /** A part of the project's styling that is not taken into account. */
  | { readonly kind: 'styling'; readonly name: string };

/** What a component's page was made with. */
export interface ComponentReport {
  /** The props as JSON; null where the component takes none. */
  readonly props: string | null;
  /** Whether the person wrote them. */
  readonly ownProps: boolean;
  readonly notes: readonly PageNote[];
}

/** What a page logged while it was made, the oldest first. */
export type PageMessages = readonly { readonly level: 'error' | 'warning'; readonly text: string }[];

/** What a side's page is at the moment. */
export type PageState =
  /** Nothing to be seen has come yet. */
  | { readonly kind: 'waiting' }
  /** The side has no such file. */
  | { readonly kind: 'absent' }
  /** Nothing can be made of the text, and there is no earlier page to keep; `component` as with a page. */
  | { readonly kind: 'faulty'; readonly fault: PageFault; readonly component: ComponentReport | null }
  | ({ readonly kind: 'page' } & PageView);

/** A page as it is to be shown. */
export interface PageView {
  /** Counts up with every change of the document. */
  readonly revision: number;
  /** A whole document for a sandboxed frame's `srcdoc`, made safe by the host. */
  readonly document: string;
  /** True when the page's own scripts are in it. */
  readonly runsScripts: boolean;
  /** Size of the candidate's own text, in bytes of UTF-8. */
  readonly bytes: number;
  /** What the page names and the preview leaves out: addresses, shortened, the first ones only. */
  readonly leftOut: readonly string[];
  /** Of a component; null of a page. */
  readonly component: ComponentReport | null;
  /** What was logged while the page was made, before it was shown. */
  readonly messages: PageMessages;
  /** Why the page is an earlier one: what came since cannot be read. Null where it is the latest. */
  readonly fault: PageFault | null;
  /** Whether the answer is complete, so that evidence is worth gathering. */
  readonly complete: boolean;
}

/** How long an answer took and what it cost, as its comparison has it. */
export interface AnswerFigures {
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly cost: Cost;
  readonly failureKind: FailureKind | null;
}

/** One side of the preview. */
export interface PreviewSideView {
  readonly side: Side;
  /** The contender's name, e.g. `GPT-5.5`. */
  readonly label: string;
  /** Whether the answer is still coming. */
  readonly underWay: boolean;
  /** How the answer ended, or how far it is. */
  readonly status: AnswerStatus;
  /** Whether the side leaves the file as it is. */
  readonly unchanged: boolean;
  readonly figures: AnswerFigures;
  /** Null when its scripts can be run. */
  readonly noScripts: NoScriptsReason | null;
  /** What the person wrote as the component's props, JSON or not; null where they wrote nothing. */
  readonly ownProps: string | null;
  readonly page: PageState;
}

/** Everything the preview's page needs to start from nothing. */
export interface PreviewView {
  readonly files: readonly string[];
  readonly file: number;
  readonly look: PreviewLook;
  readonly left: PreviewSideView;
  readonly right: PreviewSideView;
  /** What the person should know of what the preview did by itself, or null. */
  readonly notice: string | null;
  readonly texts: PreviewTexts;
  readonly locale: string;
}
