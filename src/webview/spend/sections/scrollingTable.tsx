import type { ComponentChildren, JSX } from 'preact';

interface ScrollingTableProps {
  /** What the table is about, for people who do not see the heading above it. */
  readonly caption: string;
  readonly className?: string;
  /** Rows of `<th scope="col">`, and the body. */
  readonly children: ComponentChildren;
}

/** A table that scrolls within itself where there is no room for it, so that the page never does sideways. */
export function ScrollingTable({ caption, className = '', children }: ScrollingTableProps): JSX.Element {
  return (
    <div class={`table-scroll ${className}`}>
      <table>
        <caption class="spoken">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
