import type { JSX } from 'preact';
import { sides } from '../../../core/side.ts';
import type { DataSet, PreviewLook, PreviewView } from '../../../shared/previewView.ts';
import { usePreview } from '../previewContext.ts';
import { shownComponent } from './shownComponent.ts';

interface DataSetPickerProps {
  readonly view: PreviewView;
  readonly onLook: (change: Partial<PreviewLook>) => void;
}

/** Which data components are shown with; only where a side shows one. */
export function DataSetPicker({ view, onLook }: DataSetPickerProps): JSX.Element | null {
  const { texts } = usePreview();
  const { data, dataSets } = texts.props;
  if (sides.every((side) => shownComponent(view[side].page) === null)) return null;
  const choices: readonly DataSet[] = ['typical', 'empty', 'long'];
  return (
    <label class="labelled">
      {data}
      <select
        value={view.look.dataSet}
        onChange={({ currentTarget }) => onLook({ dataSet: currentTarget.value as DataSet })}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {dataSets[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}
