import type { ComponentReport, DataSet, PageFault, PageMessages } from '../../shared/previewView.ts';

/** A framework by the kind of file that it shows. */
export type FrameworkKind = 'react' | 'vue' | 'svelte';

/** A style sheet of a project's. */
export interface StyleText {
  /** What addresses in it are relative to. */
  readonly path: string;
  readonly css: string;
}

/** A component to be rendered. Plain data: it goes to another thread. */
export interface ComponentJob {
  readonly kind: FrameworkKind;
  readonly path: string;
  readonly text: string;
  readonly dataSet: DataSet;
  /** The props that the person wrote, as JSON; null for those of the data set. */
  readonly ownProps: string | null;
  /** Whether it is to be mounted in a browser, too. */
  readonly live: boolean;
  /** Whether it was asked for in Tailwind's classes. */
  readonly tailwind: boolean;
  /** Whether the text is still being written, so that it may be no more than a beginning. */
  readonly underWay: boolean;
  /** What is said of a package that is not there; `{0}` stands for its name. */
  readonly missingWords: string;
}

/** A page of HTML that is to be styled by its classes. */
export interface PageJob {
  readonly kind: 'html';
  readonly path: string;
  readonly text: string;
}

/** What is rendered in a thread of its own. */
export type RenderJob = ComponentJob | PageJob;

/** Why a component cannot be shown: in the words of what reads or runs it, or one of our own reasons. */
export type ComponentFault = PageFault | { readonly reason: ComponentFaultReason };

/**
 * Our own reasons. `waiting`: it, or a part of it, waits for what does not come while it is rendered. `stuck`: what
 * rendered it did not answer any more and was ended.
 */
type ComponentFaultReason = 'no-component' | 'too-slow' | 'too-much-memory' | 'waiting' | 'stuck';

/** A component that was rendered. */
export interface ComponentMarkup {
  readonly html: string;
  /** For the document's head, as HTML. */
  readonly head: string;
  /** The style sheets that it brings, in the order in which they apply. */
  readonly styles: readonly StyleText[];
  /** Whether it could only be rendered with empty stand-ins in the place of a browser's world. */
  readonly standIns: boolean;
  /** A script that mounts it into the element `root`; null where that was not asked for. */
  readonly liveScript: string | null;
}

/** What came of a job. */
export interface ComponentRendering {
  /** Null where there is only a fault. */
  readonly markup: ComponentMarkup | null;
  readonly fault: ComponentFault | null;
  /** Null where the text could not be read. */
  readonly component: ComponentReport | null;
  readonly messages: PageMessages;
}

/** Renders components somewhere that may be stopped. */
export interface ComponentRenderer {
  /** @param read a file of the project's; null for what is not there or not to be seen */
  render(job: RenderJob, read: (path: string) => Promise<Uint8Array | null>): Promise<ComponentRendering>;
}

/** What is said of pages and components, in the person's language. */
export interface ComponentWords {
  /** What is said of a package that is not there; `{0}` stands for its name. */
  readonly missing: string;
  /** What is said of a component that needed stand-ins for a browser's world. */
  readonly standIns: string;
  /** What is said of a page on which nothing is to be seen until its scripts run. */
  readonly unseen: string;
  /** What is said of a page of which parts are to be seen only when its scripts run. */
  readonly hidden: string;
  /** What is said of a page of which no document could be made in time. */
  readonly pageStuck: string;
  readonly faults: Readonly<Record<ComponentFaultReason, string>>;
}
