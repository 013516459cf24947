import type { JSX } from 'preact';
import { ActionButton } from '../comparison/actionButton.tsx';
import type { Arrangement, PageControls } from './pageControls.ts';
import { usePreview } from './previewContext.ts';

const arrangements: readonly Arrangement[] = ['beside', 'over'];

interface ArrangementSwitchProps {
  readonly onControls: (change: Partial<PageControls>) => void;
}

/** Side by side, or over each other with a slider. */
export function ArrangementSwitch({ onControls }: ArrangementSwitchProps): JSX.Element {
  const { texts, controls } = usePreview();
  return (
    <fieldset class="choices">
      <legend class="spoken">{texts.arrangement}</legend>
      {arrangements.map((arrangement) => (
        <ActionButton
          key={arrangement}
          look="quiet"
          pressed={controls.arrangement === arrangement}
          onPress={() => onControls({ arrangement })}
        >
          {texts.arrangements[arrangement]}
        </ActionButton>
      ))}
    </fieldset>
  );
}
