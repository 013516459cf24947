import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PreviewSideView } from '../../shared/previewView.ts';
import { ActionButton } from '../comparison/actionButton.tsx';
import { fill } from '../comparison/format.ts';
import type { PageControls } from './pageControls.ts';
import { usePreview } from './previewContext.ts';

interface ScriptsSwitchProps {
  readonly view: PreviewSideView;
  readonly onControls: (change: Partial<PageControls>) => void;
}

/** Whether the page's scripts run, and how that is changed. */
export function ScriptsSwitch({ view, onControls }: ScriptsSwitchProps): JSX.Element | null {
  const { texts, send, controls } = usePreview();
  const { side, label, page, noScripts } = view;
  const place = useRef<HTMLSpanElement>(null);
  const isFocused = controls.scriptsFocus === side;
  useEffect(() => {
    // Scripts come and go with the whole document, and so would the focus of whoever pressed the button.
    if (isFocused && document.hasFocus()) place.current?.querySelector('button')?.focus();
  }, []);
  useEffect(() => {
    const note = ({ target }: Event) => {
      const isHere = target instanceof Node && place.current?.contains(target) === true;
      if (isHere !== isFocused) onControls({ scriptsFocus: isHere ? side : null });
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [isFocused, side, onControls]);

  // What fails without a browser may do in one.
  if (page.kind !== 'page' && page.kind !== 'faulty') return null;
  if (page.kind === 'page' && page.runsScripts) {
    return (
      <span class="scripts" ref={place}>
        <span class="tag">{texts.scriptsRun}</span>
        <ActionButton
          look="secondary"
          name={fill(texts.stopOf, label)}
          onPress={() => send('scripts-stopped', { side, stuck: false })}
        >
          {texts.stop}
        </ActionButton>
      </span>
    );
  }
  // A page without scripts is whole as it is; why scripts may not run is of no interest then.
  if (noScripts === 'no-scripts') return null;
  return (
    <span class="scripts" ref={place}>
      <span class="tag">{texts.isStatic}</span>
      <ActionButton
        look="secondary"
        name={fill(texts.runScriptsOf, label)}
        disabledBecause={noScripts === null ? null : texts.noScripts[noScripts]}
        onPress={() => send('scripts-asked', { side })}
      >
        {texts.runScripts}
      </ActionButton>
    </span>
  );
}
