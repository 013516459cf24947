import type { ComponentChildren, JSX } from 'preact';

/** Code that scrolls sideways within itself when a line is long, with every line as wide as the longest. */
export function CodeBlock({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="code">
      <div class="code-body">{children}</div>
    </div>
  );
}
