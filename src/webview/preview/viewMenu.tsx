import type { JSX } from 'preact';
import type { PreviewLook } from '../../shared/previewView.ts';
import { FoldingMenu } from './foldingMenu.tsx';
import type { PageControls } from './pageControls.ts';
import { usePreview } from './previewContext.ts';

interface ViewMenuProps {
  readonly look: PreviewLook;
  readonly onControls: (change: Partial<PageControls>) => void;
  readonly onLook: (change: Partial<PreviewLook>) => void;
}

/** How the pages should look and how they are drawn, folded away until it is wanted. */
export function ViewMenu({ look, onControls, onLook }: ViewMenuProps): JSX.Element {
  const { texts, controls } = usePreview();
  return (
    <FoldingMenu title={texts.view} className="view-menu">
      <label class="labelled">
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
      <Check isOn={look.rightToLeft} onChange={(rightToLeft) => onLook({ rightToLeft })}>
        {texts.rightToLeft}
      </Check>
      <Check isOn={look.reducedMotion} onChange={(reducedMotion) => onLook({ reducedMotion })}>
        {texts.reducedMotion}
      </Check>
      <Check isOn={controls.fit} hint={texts.fitExplained} onChange={(fit) => onControls({ fit })}>
        {texts.fit}
      </Check>
      {controls.arrangement === 'beside' && (
        <Check isOn={controls.scrollTogether} onChange={(scrollTogether) => onControls({ scrollTogether })}>
          {texts.scrollTogether}
        </Check>
      )}
    </FoldingMenu>
  );
}

interface CheckProps {
  readonly isOn: boolean;
  readonly hint?: string;
  readonly onChange: (isOn: boolean) => void;
  readonly children: string;
}

function Check({ isOn, hint, onChange, children }: CheckProps): JSX.Element {
  return (
    <label class="labelled" {...(hint === undefined ? {} : { title: hint })}>
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {children}
    </label>
  );
}
