import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface FoldingMenuProps {
  /** What is always seen. */
  readonly title: string;
  /** The accessible name where the title is not enough. */
  readonly name?: string;
  readonly className?: string;
  readonly children: ComponentChildren;
}

/** Controls that are folded away until they are wanted, over what is below them. */
export function FoldingMenu({ title, name, className = '', children }: FoldingMenuProps): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  return (
    <details
      class={`folding-menu ${className}`}
      ref={menu}
      onToggle={({ currentTarget }) => keepInSight(currentTarget)}
    >
      <summary class="button quiet" {...(name === undefined ? {} : { 'aria-label': name })}>
        {title}
      </summary>
      <div class="folded">{children}</div>
    </details>
  );
}

/** Moves what is unfolded to the left as far as it would reach out of the window. */
function keepInSight(menu: HTMLDetailsElement): void {
  const folded = menu.querySelector<HTMLElement>('.folded');
  if (folded === null || !menu.open) return;
  folded.style.translate = 'none';
  const beyond = folded.getBoundingClientRect().right - (document.documentElement.clientWidth - 8);
  if (beyond > 0) folded.style.translate = `${-beyond}px`;
}

/** Escape and a choice close it and give the focus back; turning to anything else closes it and leaves the focus there. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const closeFromOutside = ({ target }: Event) => {
      const element = menu.current;
      if (element !== null && !(target instanceof Node && element.contains(target))) element.open = false;
    };
    const fold = (element: HTMLDetailsElement) => {
      element.open = false;
      element.querySelector('summary')?.focus();
    };
    const closeByKey = ({ key }: KeyboardEvent) => {
      const element = menu.current;
      if (key === 'Escape' && element?.open === true) fold(element);
    };
    const closeAfterChoice = ({ target }: Event) => {
      const element = menu.current;
      const chosen = target instanceof Element ? target.closest('button') : null;
      if (chosen !== null && element?.contains(chosen) === true) fold(element);
    };
    // A click into a page is heard by nobody here, but takes the focus away.
    const closeAnyway = () => {
      if (menu.current !== null) menu.current.open = false;
    };
    document.addEventListener('pointerdown', closeFromOutside);
    document.addEventListener('focusin', closeFromOutside);
    document.addEventListener('click', closeAfterChoice);
    document.addEventListener('keydown', closeByKey);
    window.addEventListener('blur', closeAnyway);
    return () => {
      document.removeEventListener('pointerdown', closeFromOutside);
      document.removeEventListener('focusin', closeFromOutside);
      document.removeEventListener('click', closeAfterChoice);
      document.removeEventListener('keydown', closeByKey);
      window.removeEventListener('blur', closeAnyway);
    };
  }, [menu]);
}
