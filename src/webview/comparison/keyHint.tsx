import type { JSX } from 'preact';

/** A key that does the same as the button it stands on. Decoration: the button's name says what it does. */
export function KeyHint({ children }: { readonly children: string }): JSX.Element {
  return (
    <span class="key" aria-hidden="true">
      {children}
    </span>
  );
}
