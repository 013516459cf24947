import type { ComponentChildren, JSX } from 'preact';

/** A button that stays reachable while it cannot be used, and then says why. */
export interface ActionButtonProps {
  readonly look: 'primary' | 'secondary' | 'quiet';
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  /** The accessible name where the visible words are not enough. */
  readonly name?: string;
  readonly pressed?: boolean;
  /** Why it cannot be used now; null when it can. */
  readonly disabledBecause?: string | null;
  readonly className?: string;
  /** Shown on hovering, e.g. for a button that is an icon. */
  readonly hint?: string;
}

/** See {@link ActionButtonProps}. */
export function ActionButton(props: ActionButtonProps): JSX.Element {
  const { look, onPress, children, name, pressed, disabledBecause = null, className = '', hint } = props;
  const title = disabledBecause ?? hint;
  return (
    <button
      type="button"
      class={`button ${look} ${className}`}
      onClick={disabledBecause === null ? onPress : undefined}
      {...(name === undefined ? {} : { 'aria-label': name })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(disabledBecause === null ? {} : { 'aria-disabled': true, 'aria-description': disabledBecause })}
      {...(title === undefined ? {} : { title })}
    >
      {children}
    </button>
  );
}
