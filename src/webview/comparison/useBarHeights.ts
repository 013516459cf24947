import { useLayoutEffect } from 'preact/hooks';

/** Tells the style sheet how high the bars are that stay in sight, so that others stay beside and not below them. */
export function useBarHeights(): void {
  useLayoutEffect(() => {
    const bars = [
      ['--header-height', document.querySelector<HTMLElement>('header.task')],
      ['--footer-height', document.querySelector<HTMLElement>('footer')],
    ] as const;
    const observer = new ResizeObserver(() => {
      for (const [name, bar] of bars) {
        document.documentElement.style.setProperty(name, `${bar?.offsetHeight ?? 0}px`);
      }
    });
    for (const [, bar] of bars) if (bar !== null) observer.observe(bar);
    return () => observer.disconnect();
  }, []);
}
