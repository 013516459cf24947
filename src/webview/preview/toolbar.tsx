import type { JSX } from 'preact';
import type { PreviewLook, PreviewView } from '../../shared/previewView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { type PageControls, widths } from './pageControls.ts';
import { usePreview } from './previewContext.ts';
import { DataSetPicker } from './props/dataSetPicker.tsx';

interface ToolbarProps {
  readonly view: PreviewView;
  readonly onControls: (change: Partial<PageControls>) => void;
  readonly onLook: (change: Partial<PreviewLook>) => void;
}

/** Which file, how wide, how it should look. */
export function Toolbar({ view, onControls, onLook }: ToolbarProps): JSX.Element {
  const { texts, send, controls } = usePreview();
  const { look } = view;
  return (
    <div class="toolbar">
      <FilePicker view={view} />
      <fieldset class="widths">
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
      <label class="check" title={texts.fitExplained}>
        <input
          type="checkbox"
          checked={controls.fit}
          onChange={({ currentTarget }) => onControls({ fit: currentTarget.checked })}
        />
        {texts.fit}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={controls.scrollTogether}
          onChange={({ currentTarget }) => onControls({ scrollTogether: currentTarget.checked })}
        />
        {texts.scrollTogether}
      </label>
      <label class="check">
        {texts.scheme}
        <select
          value={look.scheme}
          onChange={({ currentTarget }) => onLook({ scheme: currentTarget.value as PreviewLook['scheme'] })}
        >
          <option value="system">{texts.schemes.system}</option>
          <option value="light">{texts.schemes.light}</option>
          <option value="dark">{texts.schemes.dark}</option>
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={look.rightToLeft}
          onChange={({ currentTarget }) => onLook({ rightToLeft: currentTarget.checked })}
        />
        {texts.rightToLeft}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={look.reducedMotion}
          onChange={({ currentTarget }) => onLook({ reducedMotion: currentTarget.checked })}
        />
        {texts.reducedMotion}
      </label>
      <DataSetPicker view={view} onLook={onLook} />
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
    <label class="check">
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
