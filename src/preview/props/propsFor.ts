import { readOwnProps } from '../../core/preview/ownProps.ts';
import type { ComponentDataSource } from '../component/componentData.ts';
import { componentProps } from './componentProps.ts';
import { dataSets } from './dataSets.ts';
import { revivalsOf } from './revivals.ts';

/** Finds a component's props and gives the data that it is shown with. Props that are not understood are no fault. */
export const propsFor: ComponentDataSource = async ({ kind, path, text, name, dataSet, ownProps, read }) => {
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
};
