import type { JsonObject } from '../../core/jsonValue.ts';
import type { DataSet } from '../../shared/previewView.ts';

/** What a component is shown with. */
export interface ComponentData {
  readonly props: JsonObject;
  /** Props that are functions; each is given one that does nothing. */
  readonly functionProps: readonly string[];
}

/** The component that props are sought for. */
export interface ShownComponent {
  /** Relative to the workspace folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Its name in the file; null where it has none that is known. */
  readonly name: string | null;
  /** Another file's text, for types that are declared elsewhere; null for what is not there. Endings are not tried. */
  readonly read: (path: string) => Promise<string | null>;
}

/** Says what a component is shown with; null where it takes no props. */
export type ComponentDataSource = (component: ShownComponent, dataSet: DataSet) => Promise<ComponentData | null>;
