import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { longestOwnProps, readOwnProps } from '../../../core/preview/ownProps.ts';
import { sides } from '../../../core/side.ts';
import type { PreviewSideView } from '../../../shared/previewView.ts';
import { ActionButton } from '../../comparison/actionButton.tsx';
import { fill } from '../../comparison/format.ts';
import { usePreview } from '../previewContext.ts';
import { faultSentence } from './faultSentence.ts';
import { shownComponent } from './shownComponent.ts';
import { usePropsDraft } from './usePropsDraft.ts';

interface PropsEditorProps {
  readonly view: PreviewSideView;
}

/** The props of a side's component, to be read and changed; nothing where it takes none. */
export function PropsEditor({ view }: PropsEditorProps): JSX.Element | null {
  const given = shownComponent(view.page)?.props ?? null;
  if (given === null && view.ownProps === null) return null;
  return <PropsField view={view} given={given ?? '{}'} />;
}

interface PropsFieldProps {
  readonly view: PreviewSideView;
  /** What the component is shown with. */
  readonly given: string;
}

function PropsField({ view, given }: PropsFieldProps): JSX.Element {
  const { side, label, ownProps } = view;
  const { texts, send } = usePreview();
  const words = texts.props;
  const faultId = useId();
  const draft = usePropsDraft(ownProps, (json) => send('props-written', { side, json }));
  const text = draft.text ?? given;
  const read = draft.told === null ? null : readOwnProps(draft.told);
  const fault = read !== null && 'fault' in read ? faultSentence(read.fault, words) : null;
  const useForBoth = () => {
    draft.drop();
    for (const each of sides) send('props-written', { side: each, json: text });
  };
  const useDataSet = () => {
    draft.drop();
    send('props-written', { side, json: null });
  };
  return (
    <details class="props">
      <summary>
        {words.props}{' '}
        {draft.told !== null && (
          <span class={fault === null ? 'dim' : 'mistaken'}>{fault === null ? words.own : words.ownFaulty}</span>
        )}
      </summary>
      <textarea
        aria-label={fill(words.propsOf, label)}
        aria-invalid={fault !== null}
        aria-describedby={faultId}
        rows={10}
        maxLength={longestOwnProps}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={text}
        onInput={({ currentTarget }) => draft.write(currentTarget.value)}
        onBlur={draft.tellNow}
      />
      <p class="mistaken" id={faultId} role="status">
        {fault ?? ''}
      </p>
      <div class="props-actions">
        <ActionButton
          look="secondary"
          name={fill(words.dataSetAgainOf, label)}
          disabledBecause={draft.text === null ? words.isDataSet : null}
          onPress={useDataSet}
        >
          {words.dataSetAgain}
        </ActionButton>
        <ActionButton
          look="secondary"
          name={fill(words.bothSidesOf, label)}
          disabledBecause={fault}
          onPress={useForBoth}
        >
          {words.bothSides}
        </ActionButton>
      </div>
    </details>
  );
}
