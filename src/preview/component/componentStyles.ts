import type { StyleText } from '../../app/preview/componentPorts.ts';
import type { PageMessages, PageNote } from '../../shared/previewView.ts';

/** What a component and its project bring to be styled by. */
interface ComponentStyles {
  /** The style sheets, in the order in which they apply. */
  readonly styles: readonly StyleText[];
  /** Texts in which the names of classes may stand: the project's own code. */
  readonly sources: readonly string[];
  readonly html: string;
  /** Path of the component's file. */
  readonly path: string;
  /** Whether it was asked for in Tailwind's classes, whatever the project says. */
  readonly tailwind: boolean;
  /** A file's text; null for what is not there. */
  readonly read: (path: string) => Promise<string | null>;
}

/** Style sheets as they are. */
export const plainStyles: StyleCompiler = async ({ styles }) => ({ styles, notes: [], messages: [] });

/** Makes plain style sheets of a project's, where it styles in another way, such as by Tailwind's classes. */
export type StyleCompiler = (given: ComponentStyles) => Promise<{
  readonly styles: readonly StyleText[];
  readonly notes: readonly PageNote[];
  readonly messages: PageMessages;
}>;
