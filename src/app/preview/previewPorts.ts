import type { PreviewKind } from '../../core/preview/previewKind.ts';
import type { SourceFile } from '../../core/task.ts';
import type { ComponentReport, PageFault, PageMessages, PreviewLook } from '../../shared/previewView.ts';

/** The files that a page names and that the workspace has. */
export interface PreviewAssets {
  /**
   * A file's bytes, under the rules of what models may read; null for what is not there, too large or not to be seen.
   *
   * @param near the comparison's own file, whose folder decides where the path belongs
   */
  read(path: string, near: SourceFile): Promise<Uint8Array | null>;
}

/** One side's file, to be made into a document for a frame. */
export interface RenderRequest {
  readonly path: string;
  readonly text: string;
  readonly look: PreviewLook;
  readonly runScripts: boolean;
  /** The props that the person wrote for a component, as JSON; null for those of the look's data set. */
  readonly ownProps: string | null;
  /** Whether the interface was asked for in Tailwind's classes. */
  readonly tailwind: boolean;
  /** Whether the text is still being written. */
  readonly underWay: boolean;
  /** The nonce that the panel's policy allows scripts by. */
  readonly nonce: string;
  /** Our own script, for within the frame. */
  readonly frameScript: string;
  /** A further file that the page names; the candidate's own text where it has one. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
}

/** A file as a document. */
export interface RenderedPage {
  /** A whole document for a sandboxed frame. */
  readonly document: string;
  /** Whether anything is to be seen on it without scripts. */
  readonly hasContent: boolean;
  /** Whether the file has scripts of its own that could run; of a component, whether mounting it could be tried. */
  readonly hasScripts: boolean;
  /** What the page names and the document leaves out. */
  readonly leftOut: readonly string[];
  /** Of a component; null of a page. */
  readonly component: ComponentReport | null;
  /** What was logged while the document was made. */
  readonly messages: PageMessages;
  /** Why there is no document of this text; null where there is one. */
  readonly fault: PageFault | null;
}

/** A page to be made into a document in another thread, whose files are asked for one by one. */
export interface DocumentJob {
  readonly kind: 'document';
  readonly request: Omit<RenderRequest, 'read'>;
}

/** Makes documents of pages of HTML somewhere else, as a large one takes its time. */
export interface DocumentRenderer {
  /** Gives null where it had no end and was given up. */
  renderDocument(request: RenderRequest): Promise<RenderedPage | null>;
}

/** Makes documents of one kind of file. */
export type PreviewRenderer = (request: RenderRequest) => Promise<RenderedPage>;

/** Who renders which kind of file. */
export type PreviewSource = Readonly<Record<PreviewKind, PreviewRenderer>>;

/** What is rendered of a text that nothing could be made of. */
export const nothingRendered: RenderedPage = {
  document: '',
  hasContent: false,
  hasScripts: false,
  leftOut: [],
  component: null,
  messages: [],
  fault: null,
};
