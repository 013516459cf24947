import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PreviewLook } from '../../shared/previewView.ts';
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
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  return (
    <details class="view-menu" ref={menu}>
      <summary class="button quiet">{texts.view}</summary>
      <div class="view-options">
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
      </div>
    </details>
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

/** Escape closes it and gives the focus back; so does turning to anything else, which keeps the focus there. */
function useClosing(menu: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const close = (event: Event) => {
      const element = menu.current;
      if (element === null || !element.open || (event.target instanceof Node && element.contains(event.target))) return;
      element.open = false;
    };
    const closeByKey = (event: KeyboardEvent) => {
      const element = menu.current;
      if (event.key !== 'Escape' || element === null || !element.open) return;
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    // A click into a page is heard by nobody here, but takes the focus away.
    const leave = () => {
      if (menu.current !== null) menu.current.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    document.addEventListener('keydown', closeByKey);
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
      document.removeEventListener('keydown', closeByKey);
      window.removeEventListener('blur', leave);
    };
  }, [menu]);
}
