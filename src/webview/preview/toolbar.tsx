import type { JSX } from 'preact';
import type { PreviewLook, PreviewView } from '../../shared/previewView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { ArrangementSwitch } from './arrangementSwitch.tsx';
import { type PageControls, widths } from './pageControls.ts';
import { usePreview } from './previewContext.ts';
import { DataSetPicker } from './props/dataSetPicker.tsx';
import { ViewMenu } from './viewMenu.tsx';

interface ToolbarProps {
  readonly view: PreviewView;
  readonly onControls: (change: Partial<PageControls>) => void;
  readonly onLook: (change: Partial<PreviewLook>) => void;
}

/** Which file, how wide, how the pages stand and look. */
export function Toolbar({ view, onControls, onLook }: ToolbarProps): JSX.Element {
  const { texts, send, controls } = usePreview();
  const { look } = view;
  return (
    <div class="toolbar">
      <FilePicker view={view} />
      <fieldset class="choices">
        <legend class="spoken">{texts.width}</legend>
        {[...widths, null].map((width) => (
          <ActionButton
            key={width}
            look="quiet"
            pressed={controls.width === width}
            {...(width === null ? {} : { name: texts.pixels.replace('{0}', String(width)) })}
            onPress={() => onControls({ width })}
          >
            {width ?? texts.free}
          </ActionButton>
        ))}
      </fieldset>
      <ArrangementSwitch onControls={onControls} />
      <DataSetPicker view={view} onLook={onLook} />
      <ViewMenu look={look} onControls={onControls} onLook={onLook} />
      <ActionButton look="secondary" className="to-comparison" onPress={() => send('comparison-asked', {})}>
        {texts.openComparison}
      </ActionButton>
    </div>
  );
}

/** Only where there is anything to choose. */
function FilePicker({ view }: { readonly view: PreviewView }): JSX.Element {
  const { texts, send } = usePreview();
  const [only] = view.files;
  if (view.files.length < 2) return <span class="path">{only ?? ''}</span>;
  return (
    <label class="labelled">
      {texts.file}
      <select
        value={String(view.file)}
        onChange={({ currentTarget }) => send('file-chosen', { file: Number(currentTarget.value) })}
      >
        {view.files.map((path, index) => (
          <option key={path} value={String(index)}>
            {path}
          </option>
        ))}
      </select>
    </label>
  );
}
