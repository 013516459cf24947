import type { JSX } from 'preact';

/** The codicons in use; their code points are in styles/icons.css. */
export type IconName =
  | 'arrow-down'
  | 'arrow-up'
  | 'beaker'
  | 'check'
  | 'chevron-right'
  | 'circle-slash'
  | 'copy'
  | 'debug-stop'
  | 'error'
  | 'history'
  | 'info'
  | 'refresh'
  | 'sync'
  | 'warning';

/** A codicon. Decoration: words beside it, or the button's name, say what it means. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return <span class={`icon icon-${name}`} aria-hidden="true" />;
}
