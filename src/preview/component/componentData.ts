import type { FrameworkKind } from '../../app/preview/componentPorts.ts';
import type { JsonObject } from '../../core/jsonValue.ts';
import type { DataSet } from '../../shared/previewView.ts';
import type { ReadText } from './componentFramework.ts';
import type { Revival } from './runtime/revive.ts';

/** What a component is shown with. */
interface ComponentData {
  readonly props: JsonObject;
  /** What is put into them that JSON cannot hold. */
  readonly revivals: readonly Revival[];
  /** The props as text to be edited; null where the component takes none. */
  readonly propsText: string | null;
  /** Why the person's own text is not used; null where it is, or there is none. */
  readonly fault: object | null;
}

/** The component that props are sought for. */
interface ComponentDataRequest {
  readonly kind: FrameworkKind;
  /** Relative to the workspace folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The component's name in a file that exports nothing; else null: it is found by what is exported. */
  readonly name: string | null;
  readonly dataSet: DataSet;
  /** What the person wrote, as JSON; null for the data set. */
  readonly ownProps: string | null;
  readonly read: ReadText;
}

/** Says what a component is shown with. */
export type ComponentDataSource = (request: ComponentDataRequest) => Promise<ComponentData>;
