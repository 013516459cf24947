import type { JSX } from 'preact';
import type { IconName } from './iconName.ts';

/** A codicon. Decoration: words beside it, or the button's name, say what it means. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return <span class={`icon icon-${name}`} aria-hidden="true" />;
}
