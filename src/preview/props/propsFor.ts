import type { JsonObject } from '../../core/jsonValue.ts';
import { type OwnPropsFault, readOwnProps } from '../../core/preview/ownProps.ts';
import type { DataSet } from '../../shared/previewView.ts';
import { type ComponentKind, componentProps } from './componentProps.ts';
import { dataSets } from './dataSets.ts';
import { type Revival, revivalsOf } from './revivals.ts';
import type { ReadText } from './scripts.ts';

/** A component, and what it is to be shown with. */
export interface PropsRequest {
  readonly kind: ComponentKind;
  /** Relative to the workspace folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The component's name in its file; null where it is to be found. */
  readonly name: string | null;
  readonly dataSet: DataSet;
  /** What the person wrote, as JSON; null for the data set. */
  readonly ownProps: string | null;
  readonly read: ReadText;
}

/** What a component is shown with. */
export interface PropsAnswer {
  readonly props: JsonObject;
  /** What is put into them that JSON cannot hold. */
  readonly revivals: readonly Revival[];
  /** The props as text to be edited; null where the component takes none. */
  readonly propsText: string | null;
  /** Why the person's own text is not used, and the data set is. */
  readonly fault: OwnPropsFault | null;
}

/** Finds a component's props and gives the data that it is shown with. Props that are not understood are no fault. */
export async function propsFor({
  kind,
  path,
  text,
  name,
  dataSet,
  ownProps,
  read,
}: PropsRequest): Promise<PropsAnswer> {
  const { fields, takesProps } = await componentProps(kind, path, text, name, read);
  const own = ownProps === null ? null : readOwnProps(ownProps);
  const isOwn = own !== null && 'props' in own;
  const props = isOwn ? own.props : dataSets(fields)[dataSet];
  const written = isOwn ? ownProps : JSON.stringify(props, null, 2);
  return {
    props,
    revivals: revivalsOf(fields, props),
    propsText: takesProps || isOwn ? written : null,
    fault: own !== null && 'fault' in own ? own.fault : null,
  };
}
